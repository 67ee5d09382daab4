import { nameTokens } from './name-tokens';

const NUMBER_WORDS = new Set(['no', 'num', 'numero', 'number', 'nbr']);
const STOP_WORDS = new Set(['de', 'du', 'des', 'd', 'la', 'le', 'l', 'of', 'the']);

/**
 * The key a header is looked up by: accents, case, separators and articles dropped, every « n° », « # », « numéro »,
 * « number » brought to one leading `no`. « N° de client », « Client number » and « # client » are all `noclient`.
 */
export function normaliseHeader(header: string): string {
  const words = nameTokens(header.replace(/n\s?[°º]/giu, ' no ').replace(/#/gu, ' no '));
  const rest = words.filter((word) => !NUMBER_WORDS.has(word) && !STOP_WORDS.has(word)).join('');
  return words.some((word) => NUMBER_WORDS.has(word)) ? `no${rest}` : rest;
}
