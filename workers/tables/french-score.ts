/** How likely each character beyond ASCII is in French names and addresses; what is not here is at best a stranger. */
const WEIGHTS: ReadonlyMap<string, number> = new Map(
  (
    [
      ['é', 10],
      ['èêçàâîôûœïëù', 7],
      ['É', 7],
      ['ÈÊÇÀÂÎÔÛŒÏËÙ', 5],
      ['’«»\u00a0', 4],
      ['æÆ', -2],
      ['üÿñöäáíóúÜŸÑÖÄÁÍÓÚåøãõßÅØÃÕìòÌÒýÝšžŠŽ', 1],
      ['°º–—…“”‘•·€½¼¾²³§®©™£¢ª±×‹›¿¡´¨', 1],
    ] as const
  ).flatMap(([letters, weight]) => Array.from(letters, (letter) => [letter, weight] as const)),
);
/** Box drawing, mathematics, controls: no list of clients holds them. */
const STRANGE = -9;
/** « PrÈnom », « L∆Or »: a capital, or no letter at all, where a small letter was. */
const MISPLACED = -12;

export interface FrenchScore {
  /** Each character beyond ASCII by its own weight and by its neighbours' case; 0 for ASCII. */
  readonly score: number;
  /** Characters beyond ASCII. */
  readonly accents: number;
  /** Of these, the ones that no French text has, or not there. */
  readonly blemishes: number;
}

/** Plausibility of `text` as French. Only comparable between readings of the same bytes. */
export function frenchScore(text: string): FrenchScore {
  let [score, accents, blemishes] = [0, 0, 0];
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) < 0x80) continue;
    const char = text.charAt(at);
    const weight = WEIGHTS.get(char) ?? STRANGE;
    const place = neighbours(char, text.charAt(at - 2), text.charAt(at - 1), text.charAt(at + 1));
    score += weight + place;
    accents++;
    if (weight === STRANGE || place === MISPLACED) blemishes++;
  }
  return { score, accents, blemishes };
}

function neighbours(char: string, beforeThat: string, before: string, after: string): number {
  if (isUpper(char)) return isLower(before) || (isLower(beforeThat) && before === '’') ? MISPLACED : 0;
  if (isLower(char)) {
    // « FRéDéRIC », « RENé »; « McÉ… » does not occur, « DeLa » has no accent.
    if (isUpper(before) && (isUpper(after) || isUpper(beforeThat))) return MISPLACED;
    return !isLetter(before) && isUpper(after) ? MISPLACED : 0;
  }
  // « aigu‘ »: a quotation opens before a word.
  if ('‘“‹'.includes(char) && isLetter(before)) return MISPLACED;
  return char !== '’' && char !== '·' && isLetter(before) && isLetter(after) ? MISPLACED : 0;
}

const isUpper = (char: string): boolean => char !== '' && char !== char.toLowerCase();
const isLower = (char: string): boolean => char !== '' && char !== char.toUpperCase();
const isLetter = (char: string): boolean => isUpper(char) || isLower(char);
