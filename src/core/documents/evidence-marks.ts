import type { LocalClient } from '../clients/client';
import { foldTokens } from '../fold-text';
import type { ClientDirectory } from './client-directory';
import { clientsNamedOn, contentMatch } from './content-match';
import type { DocumentFacts } from './document-facts';
import type { EvidenceCode } from './document-row';
import { foreignSightings } from './foreign-sightings';
import type { FormCode } from '../forms/form-code';
import { numberSpots } from './number-spots';
import type { NumberSpot } from './number-spots';
import { comparableWord, nameWords } from './name-match';
import { sightName, tellingWords } from './name-on-page';
import { partyLines } from './page-parties';
import { inkRect } from './ink-rect';
import type { PageText, Rect } from './page-text';
import { readingFrame } from './reading-frame';

/** One place of a page that speaks for a client, or for somebody else. Holds no value: the page itself shows it. */
export interface EvidenceMark {
  readonly code: EvidenceCode;
  readonly supports: boolean;
  /** From 1. */
  readonly page: number;
  /** User space, points. */
  readonly rect: Rect;
}

/** Where a document's pages show what the Concordance says of `client`; `form` is the document's. */
export function evidenceMarks(
  facts: DocumentFacts,
  client: LocalClient,
  directory: ClientDirectory,
  form: FormCode | null,
): EvidenceMark[] {
  const match = contentMatch(facts, client, client.sin, directory);
  const foreign = foreignSightings({ facts, client, sin: client.sin, match, directory, form });
  return facts.pages.flatMap((page) => {
    const against = foreign.filter((it) => it.page === page.page && it.weight !== 'note').map(({ code }) => code);
    const spots = numberSpots(page);
    return [
      ...spots.flatMap((spot) => markOfNumber(spot, client, page.page, against)),
      ...(match.namePages.includes(page.page) ? nameMarks(page, facts, client, true) : []),
      ...(against.includes('content-name') ? otherNames(page, facts, client, directory) : []),
    ];
  });
}

function markOfNumber(
  { kind, text, rect }: NumberSpot,
  client: LocalClient,
  page: number,
  against: readonly EvidenceCode[],
): EvidenceMark[] {
  const own = (code: EvidenceCode, isOwn: boolean): EvidenceMark[] =>
    isOwn
      ? [{ code, supports: true, page, rect }]
      : against.includes(code)
        ? [{ code, supports: false, page, rect }]
        : [];
  switch (kind) {
    case 'sin': {
      const isOwn = text === client.sin || text === client.businessNumber;
      return own(!isOwn && against.includes('foreign-sin') ? 'foreign-sin' : 'content-sin', isOwn);
    }
    case 'masked':
      return own('content-masked-sin', client.sin?.endsWith(text) ?? false);
    case 'business-number':
      return own('content-sin', text === client.businessNumber);
    case 'postal-code':
      return own('content-postal-code', text === client.address.postalCode);
    case 'client-number':
      return own('content-client-number', text === client.clientNumber);
  }
}

function otherNames(
  page: PageText,
  facts: DocumentFacts,
  client: LocalClient,
  directory: ClientDirectory,
): EvidenceMark[] {
  const words = facts.words.find((it) => it.page === page.page);
  const others = words ? clientsNamedOn(words, directory).filter(({ id }) => id !== client.id) : [];
  return others.flatMap((other) => nameMarks(page, facts, other, false));
}

/** Cells above one another may bear the halves of a name: as far apart as a name is sought. */
const SAME_BLOCK = 80;

/** Each run of the name's words on one line, in the block that shows most of it. */
function nameMarks(page: PageText, facts: DocumentFacts, { name }: LocalClient, supports: boolean): EvidenceMark[] {
  const pageWords = facts.words.find((it) => it.page === page.page);
  if (!pageWords || sightName(pageWords, name) === null) return [];
  const wanted = new Set(nameWords(name.full));
  const telling = tellingWords(name);
  const frame = readingFrame(page);
  const parts = partyLines({ ...page, lines: frame.lines });
  const runs = parts.flatMap(({ line, party }) =>
    party === 'own' || party === 'recipient' ? runsOf(line.words, wanted) : [],
  );
  const anchors = runs.filter(({ words }) => words.includes(telling[0] ?? ''));
  const near = (of: NameRun) => runs.filter(({ y }) => Math.abs(y - of.y) <= SAME_BLOCK);
  const isWhole = (of: NameRun) => telling.every((word) => near(of).some(({ words }) => words.includes(word)));
  const blocks = anchors.filter(isWhole);
  const shown = runs.filter((run) => blocks.some((block) => near(block).includes(run)));
  return shown.map(({ rect }) => ({ code: 'content-name', supports, page: page.page, rect: frame.toUserSpace(rect) }));
}

interface NameRun {
  readonly words: readonly string[];
  /** Of the baseline, in the reading frame. */
  readonly y: number;
  readonly rect: Rect;
}

function runsOf(words: PageText['lines'][number]['words'], wanted: ReadonlySet<string>): NameRun[] {
  const runs: { words: string[]; rects: Rect[] }[] = [];
  let open = false;
  for (const word of words) {
    const tokens = foldTokens(word.text).map(comparableWord);
    const isName = tokens.length > 0 && tokens.every((token) => wanted.has(token));
    if (isName && open) runs.at(-1)?.rects.push(word.rect);
    if (isName && !open) runs.push({ words: [], rects: [word.rect] });
    if (isName) runs.at(-1)?.words.push(...tokens);
    open = isName;
  }
  return runs.map((run) => ({ words: run.words, y: run.rects[0]?.[1] ?? 0, rect: inkRect(run.rects) }));
}
