import { seededRandom } from '../../../fixtures/generate/random';
import type { Random } from '../../../fixtures/generate/random';
import { buildPeople } from './build-people';
import type { OfficePeople } from './build-people';
import { drawDocument } from './draw-document';
import type { Draft } from './draw-parts';
import { internalPage, strangerSchedule } from './draw-traps';
import { FAULTS } from './faults';
import type { FaultTarget } from './faults';
import { filePath, namingStyle } from './file-names';
import type { Naming, NamingStyle } from './file-names';
import { fullName } from './people';
import type { Plan } from './plan';
import { plan } from './plan';
import { formStyle, isMasked, printStyle } from './print-style';
import type { PrintStyle } from './print-style';
import type {
  EarlierSignature,
  FaultKind,
  GeneratedBatch,
  GeneratedFile,
  GeneratedOffice,
  Identifier,
  OfficePerson,
} from './shapes';

const DOCUMENTS = 1000;
const FAULTY = 200;
const YEAR = 2025;

interface OpenBatch {
  readonly plans: Plan[];
  readonly choice: string;
  readonly style: PrintStyle;
  readonly naming: NamingStyle;
  readonly preparer: string;
  readonly year: number;
}

/** What a batch holds: the technician's choice, whom, and which forms. */
const KINDS = [
  { choice: 'T183', kind: 'individual', forms: ['T183'] },
  { choice: 'T183', kind: 'individual', forms: ['T183'] },
  { choice: 'TP-1000.TE', kind: 'individual', forms: ['TP-1000.TE'] },
  { choice: 'T1', kind: 'individual', forms: ['T1', 'TP-1'] },
  { choice: 'by-content', kind: 'individual', forms: ['T183', 'TP-1000.TE'] },
  { choice: 'by-content', kind: 'individual', forms: ['T183', 'TP-1000.TE', 'T1', 'TP-1'] },
  { choice: 'by-content', kind: 'individual', forms: ['PACKAGE'] },
  { choice: 'T1135', kind: 'individual', forms: ['T1135'] },
  { choice: 'ENGAGEMENT', kind: 'individual', forms: ['ENGAGEMENT'] },
  { choice: 'CLIENT-LETTER', kind: 'individual', forms: ['CLIENT-LETTER'] },
  { choice: 'T2', kind: 'corporation', forms: ['T2', 'CO-17'] },
  { choice: 'by-content', kind: 'corporation', forms: ['T2', 'CO-17', 'T183CORP', 'CO-1000.TE'] },
  { choice: 'by-content', kind: 'trust', forms: ['T3', 'T183TRUST'] },
] as const;

const PERSON_NAMINGS: readonly Naming[] = ['N1', 'N2', 'N3', 'N4', 'N5', 'N6', 'N7', 'N9'];
const COMPANY_NAMINGS: readonly Naming[] = ['N1', 'N2', 'N3', 'N5', 'N6', 'N7', 'N8'];

/** A whole fictitious office: its people, a thousand documents in batches, and two hundred faulty ones among them. */
export function generateOffice(seed: number): GeneratedOffice {
  const random = seededRandom(seed * 7919 + 17);
  const office = buildPeople(random);
  const batches = openBatches(random, office);
  const signed: EarlierSignature[] = [];
  seedFaults(batches, office, random);
  for (const [batch, { plans }] of batches.entries()) {
    for (const it of plans) {
      if (it.fault !== 'needs-new-signature') continue;
      signed.push({ batch, person: it.contentOf.key, form: 'T183', taxYear: YEAR, refund: random.whole(-900, 900) });
    }
  }
  return {
    seed,
    people: office.people,
    batches: batches.map((batch) => closeBatch(batch, office, random)),
    signed,
  };
}

function openBatches(random: Random, office: OfficePeople): OpenBatch[] {
  const batches: OpenBatch[] = [];
  let documents = 0;
  for (let n = 0; documents < DOCUMENTS - FAULTY / 8; n += 1) {
    const kind = n < KINDS.length ? KINDS[n] : random.pick(KINDS);
    if (kind === undefined) continue;
    const namings = kind.kind === 'individual' ? PERSON_NAMINGS : COMPANY_NAMINGS;
    const naming = n < namings.length ? namings[n] : random.pick(namings);
    const pool = office.people.filter((it) => it.listed && it.kind === kind.kind);
    const order = random.pick(['number', 'name', 'none'] as const);
    const size = random.whole(20, 90);
    const chosen = shuffled(pool, random).slice(0, Math.max(3, Math.round(size / kind.forms.length)));
    if (order === 'number') chosen.sort((a, b) => Number(a.number) - Number(b.number));
    if (order === 'name') chosen.sort((a, b) => fullName(a).localeCompare(fullName(b), 'fr'));
    const plans = chosen.flatMap((person) => plansOf(person, kind.forms, random));
    documents += plans.length;
    batches.push({
      plans,
      choice: kind.choice,
      style: printStyle(random),
      naming: namingStyle(random, naming ?? 'N1'),
      preparer: random.next() < 0.5 ? 'Cabinet Harfang CPA inc.' : fullName(random.pick(office.people.slice(0, 40))),
      year: YEAR,
    });
  }
  return batches;
}

function plansOf(person: OfficePerson, forms: readonly string[], random: Random): Plan[] {
  return forms.flatMap((form) => {
    if (person.yearEndProvince !== 'QC' && (form === 'TP-1000.TE' || form === 'TP-1')) return [];
    if (person.separated && form === 'PACKAGE') return [];
    const base = plan(person, form, YEAR);
    const luck = random.next();
    // Amended returns beside the first ones, and two year-ends in one year: rightly not duplicates.
    if (luck < 0.02 && (form === 'T183' || form === 'T1'))
      return [base, plan(person, form, YEAR, { returnKind: 'amended' })];
    if (person.capacity === 'bankrupt' && (form === 'T183' || form === 'T1')) {
      return (['pre-bankruptcy', 'post-bankruptcy'] as const).map((returnKind) =>
        plan(person, form, YEAR, { returnKind }),
      );
    }
    if (person.capacity === 'deceased' && (form === 'T183' || form === 'T1')) {
      return [base, plan(person, form, YEAR, { returnKind: 'rights-or-things' })];
    }
    if (luck < 0.08 && person.kind === 'corporation') {
      return [base, plan(person, form, YEAR, { periodEnd: `${YEAR}-0${random.whole(1, 6)}-28` })];
    }
    return [base];
  });
}

function seedFaults(batches: readonly OpenBatch[], office: OfficePeople, random: Random): void {
  const kinds = Object.keys(FAULTS) as FaultKind[];
  const targets = batches.map((batch) => targetOf(batch, office, random));
  let faulty = 0;
  // Shifts first, while runs are whole; then every kind in turn, each where it fits.
  let shifts = 0;
  for (const target of shuffled(targets, random)) {
    if (shifts === 3) break;
    const moved = FAULTS['shifted-run'](target);
    if (moved > 0) shifts += 1;
    faulty += moved;
  }
  const others = kinds.filter((kind) => kind !== 'shifted-run');
  for (let n = 0; faulty < FAULTY && n < 4000; n += 1) {
    const kind = others[n % others.length];
    if (kind === undefined) continue;
    for (let tries = 0; tries < 12; tries += 1) {
      const made = FAULTS[kind](random.pick(targets));
      faulty += made;
      if (made > 0) break;
    }
  }
}

function targetOf(batch: OpenBatch, office: OfficePeople, random: Random): FaultTarget {
  const { plans, choice, style, naming, year } = batch;
  return {
    plans,
    choice,
    year,
    office,
    random,
    masked: isMasked(style.sin),
    namesWholeSin: !naming.sin.startsWith('masked') || ['N3', 'N4'].includes(naming.naming),
    bearsIdentifier: !['N5', 'N6', 'N9'].includes(naming.naming),
    pagesOf: (person, form, kind) => () => {
      const draft = draftOf(batch, office, person, {}, random);
      if (kind === 'internal') return [internalPage(draft)];
      return kind === 'schedule' ? [strangerSchedule(draft)] : drawDocument(form, draft).slice(0, 1);
    },
  };
}

function draftOf(
  batch: OpenBatch,
  office: OfficePeople,
  person: OfficePerson,
  over: Partial<Draft>,
  random: Random,
): Draft {
  const cast = new Map<string, OfficePerson>();
  const find = (key: string): OfficePerson => {
    const found = office.people.find((it) => it.key === key) ?? cast.get(key);
    if (found) return found;
    const own = office.people.find((it) => it.relation === 'dependant' && it.household === person.household);
    if (key === 'child' && own && own.key !== person.key) return own;
    // A childcare provider, a shareholder or a beneficiary may or may not be the office's client.
    const stranger = random.next() < 0.5;
    const pool = stranger
      ? office.strangers
      : office.people.filter((it) => it.kind === 'individual' && it.key !== person.key);
    const actor = random.pick(pool);
    cast.set(key, actor);
    return actor;
  };
  return {
    person,
    style: batch.style,
    random,
    taxYear: batch.year,
    sin: person.sin,
    returnKind: 'initial',
    periodEnd: `${batch.year}-12-31`,
    refund: figureOf(person),
    preparer: batch.preparer,
    find,
    ...over,
  };
}

/** A return has its figures, however often it is printed. */
const figureOf = ({ key, number }: OfficePerson): number =>
  ((Number(key.slice(1)) * 613 + Number(number) * 7) % 3001) - 1500;

function closeBatch(batch: OpenBatch, office: OfficePeople, random: Random): GeneratedBatch {
  const { plans, naming, choice, year } = batch;
  const files: GeneratedFile[] = [];
  plans.forEach((it, index) => {
    it.pages ??= it.copyOf?.pages ?? draw(it, batch, office, random);
    const periodEnd = it.draft.periodEnd ?? `${year}-12-31`;
    const path = filePath(it.nameOf, it.nameForm, { year: it.nameYear, periodEnd, seq: index + 1 }, naming, random);
    const taken = files.some((file) => file.path === path);
    files.push({
      path: taken ? path.replace(/\.pdf$/, ` (${index}).pdf`) : path,
      pages: it.pages,
      form: it.form,
      owner: it.nobodys ? null : it.contentOf.key,
      identifier: identifierOf(it, batch),
      fault: it.fault,
      addresses: it.nobodys ? [] : addressesOf(it.contentOf, office),
    });
  });
  const shifted = plans.some(({ fault }) => fault === 'shifted-run');
  const template = naming.naming === 'N9' ? naming.template : null;
  return { files, choice, naming: template === null ? 'detect' : 'N9', template, taxYear: year, shifted };
}

function draw(it: Plan, batch: OpenBatch, office: OfficePeople, random: Random): GeneratedFile['pages'] {
  const own = drawDocument(it.form, draftOf(batch, office, it.contentOf, it.draft, random));
  const extra = it.extra.flatMap((pages) => pages());
  const [first, ...others] = own;
  // A stray page may lie last, or between the document's own pages.
  return random.next() < 0.5 || first === undefined ? [...own, ...extra] : [first, ...extra, ...others];
}

function identifierOf({ form, contentOf }: Plan, { style }: OpenBatch): Identifier {
  if (form === 'ENGAGEMENT' || form === 'CLIENT-LETTER' || contentOf.kind === 'trust') return 'name-only';
  if (contentOf.kind === 'corporation') return 'full';
  return isMasked(formStyle(style, form).sin) ? 'masked' : 'full';
}

/** Where the owner's copy may arrive: never at the own address of somebody who cannot sign. */
function addressesOf(person: OfficePerson, office: OfficePeople): string[] {
  const officer = office.people.find(({ key }) => key === person.officer);
  const stand = person.capacity !== 'able' || person.kind === 'trust';
  const addresses = stand
    ? [person.representative?.email]
    : [person.email, person.kind === 'corporation' ? officer?.email : null];
  return addresses.flatMap((it) => it ?? []);
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  return items
    .map((item) => [random.next(), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);
}
