import type { Random } from '../../../fixtures/generate/random';
import type { OfficePeople } from './build-people';
import type { Plan } from './plan';
import { plan } from './plan';
import { fullName } from './people';
import type { FaultKind, OfficePerson } from './shapes';

/** What a fault may touch: one batch before it is drawn. */
export interface FaultTarget {
  readonly plans: Plan[];
  readonly year: number;
  readonly choice: string;
  readonly bearsIdentifier: boolean;
  /** File names show all nine digits, or a number of the client's own. */
  readonly namesWholeSin: boolean;
  readonly masked: boolean;
  readonly office: OfficePeople;
  readonly random: Random;
  /** Pages of another document, drawn in the batch's style. */
  readonly pagesOf: (person: OfficePerson, form: string, kind?: 'schedule' | 'internal') => Plan['extra'][number];
}

/** Seeds one fault; the number of files it made faulty (0: it does not fit this batch). */
export type Fault = (target: FaultTarget) => number;

const PERSONAL = ['T183', 'TP-1000.TE', 'T1', 'TP-1', 'T1135', 'PACKAGE'];
const LETTERS = ['ENGAGEMENT', 'CLIENT-LETTER'];
const isSound = (it: Plan): boolean => it.fault === null && !it.kept;
const isPersonal = (it: Plan): boolean =>
  isSound(it) && PERSONAL.includes(it.form) && it.contentOf.kind === 'individual';
/** Two people whom every print tells apart: masks may leave no more than three digits. */
const differ = (a: OfficePerson, b: OfficePerson): boolean =>
  a.key !== b.key &&
  (a.sin === null || a.sin.slice(6) !== b.sin?.slice(6)) &&
  `${a.first} ${a.last}` !== `${b.first} ${b.last}`;

function pickPlan(target: FaultTarget, test: (it: Plan) => boolean): Plan | null {
  const found = target.plans.filter(test);
  return found.length === 0 ? null : target.random.pick(found);
}

const someClient = (target: FaultTarget, test: (person: OfficePerson) => boolean): OfficePerson =>
  target.random.pick(
    target.office.people.filter((it) => it.listed && it.kind === 'individual' && it.sinInList && test(it)),
  );

const one =
  (
    kind: FaultKind,
    fits: (it: Plan, target: FaultTarget) => boolean,
    change: (it: Plan, target: FaultTarget) => void,
  ): Fault =>
  (target) => {
    const found = pickPlan(target, (it) => fits(it, target));
    if (found === null) return 0;
    change(found, target);
    found.fault = kind;
    return 1;
  };

function swapPair(kind: FaultKind, a: Plan, b: Plan): number {
  [a.nameOf, b.nameOf] = [b.nameOf, a.nameOf];
  a.fault = kind;
  b.fault = kind;
  return 2;
}

/** Two people of the office, put into the batch with the same form, and their file names exchanged. */
const swapOf =
  (
    kind: FaultKind,
    pairs: (office: OfficePeople, target: FaultTarget) => OfficePeople['twins'],
    fits: (target: FaultTarget) => boolean,
  ): Fault =>
  (target) => {
    const model = pickPlan(target, isPersonal);
    if (model === null || !fits(target)) return 0;
    const [one_, other] = target.random.pick(pairs(target.office, target));
    if (
      target.plans.some(({ contentOf, nameOf }) =>
        [one_, other].some(({ key }) => key === contentOf.key || key === nameOf.key),
      )
    )
      return 0;
    const a = plan(one_, model.form, target.year);
    const b = plan(other, model.form, target.year);
    target.plans.push(a, b);
    return swapPair(kind, a, b);
  };

/** Names slid by one over a run of files, as when a batch is printed and named by position; the ends meet. */
const shiftedRun: Fault = (target) => {
  const { plans, random } = target;
  const length = random.whole(3, 12);
  const from = random.whole(0, Math.max(0, plans.length - length));
  const run = plans.slice(from, from + length);
  const by = random.pick([1, -1]);
  const names = run.map((_, index) => run[(index + by + length) % length]?.nameOf);
  const moved = run.filter((it, index) => names[index]?.key !== it.nameOf.key);
  const telling = moved.every((it) => isPersonal(it) && differ(names[run.indexOf(it)] ?? it.nameOf, it.contentOf));
  if (run.length < length || moved.length < 3 || !telling || run.some((it) => !isSound(it))) return 0;
  run.forEach((it, index) => {
    it.nameOf = names[index] ?? it.nameOf;
    if (it.nameOf.key !== it.contentOf.key) it.fault = 'shifted-run';
  });
  return moved.length;
};

const duplicate: Fault = (target) => {
  const model = pickPlan(target, isSound);
  if (model === null) return 0;
  model.kept = true;
  target.plans.splice(target.plans.indexOf(model) + 1, 0, {
    ...model,
    extra: model.extra,
    fault: 'duplicate',
    copyOf: model,
  });
  return 1;
};

const secondVersion: Fault = (target) => {
  const model = pickPlan(target, (it) => isSound(it) && it.form === 'T183' && it.draft.returnKind === undefined);
  if (model === null) return 0;
  model.fault = 'second-version';
  const later = {
    ...plan(model.contentOf, model.form, target.year, { refund: 4321 }),
    fault: 'second-version' as const,
  };
  target.plans.splice(target.plans.indexOf(model) + 1, 0, later);
  return 2;
};

const spouseOf = (it: Plan, { office }: FaultTarget): OfficePerson | null =>
  office.people.find(({ key }) => key === it.contentOf.spouse) ?? null;
const hasSpouse = (it: Plan, target: FaultTarget): boolean => {
  const spouse = spouseOf(it, target);
  return isPersonal(it) && spouse !== null && differ(spouse, it.contentOf) && !it.contentOf.separated;
};

/** Two files of a batch, of different people and one form, whose names are exchanged. */
const swapWithin =
  (kind: FaultKind, fits: (it: Plan) => boolean): Fault =>
  (target) => {
    const a = pickPlan(target, fits);
    const b = a && pickPlan(target, (it) => fits(it) && it.form === a.form && differ(it.contentOf, a.contentOf));
    return a && b ? swapPair(kind, a, b) : 0;
  };

/** Every kind, each with the batches and files it fits. */
export const FAULTS: Readonly<Record<FaultKind, Fault>> = {
  'wrong-name-on-file': one('wrong-name-on-file', isPersonal, (it, target) => {
    it.nameOf = someClient(target, (other) => differ(other, it.contentOf) && other.spouse !== it.contentOf.key);
  }),
  'swapped-files': (target) => {
    const a = pickPlan(target, isPersonal);
    const b =
      a &&
      pickPlan(target, (it) => it !== a && it.form === a.form && isPersonal(it) && differ(it.contentOf, a.contentOf));
    return a && b ? swapPair('swapped-files', a, b) : 0;
  },
  'swapped-twins': swapOf(
    'swapped-twins',
    ({ twins }) => twins,
    () => true,
  ),
  'swapped-homonyms': swapOf(
    'swapped-homonyms',
    // A masked SIN in the file name says the same of both: exchanged, the two names are still right.
    ({ namesakes, lastFour }, { namesWholeSin }) =>
      namesWholeSin
        ? [...namesakes, ...lastFour]
        : namesakes.filter(([one_, other]) => one_.sin?.slice(6) !== other.sin?.slice(6)),
    ({ bearsIdentifier }) => bearsIdentifier,
  ),
  'masked-collision': swapOf(
    'masked-collision',
    // Two of one name bear one file name: exchanged, it is still right.
    ({ collisions }) => collisions.filter(([one_, other]) => fullName(one_) !== fullName(other)),
    ({ masked }) => masked,
  ),
  'shifted-run': shiftedRun,
  'foreign-page': one('foreign-page', isPersonal, (it, target) => {
    const other = someClient(target, (person) => differ(person, it.contentOf) && person.spouse !== it.contentOf.key);
    it.extra.push(target.pagesOf(other, target.random.pick(['T1', 'T183', 'TP-1', it.form])));
    it.nobodys = true;
  }),
  'foreign-page-in-t2': one(
    'foreign-page-in-t2',
    (it) => isSound(it) && it.form === 'T2',
    (it, target) => {
      const other = someClient(target, ({ key }) => key !== it.contentOf.officer);
      it.extra.push(target.pagesOf(other, target.random.pick(['T1', 'T183'])));
      it.nobodys = true;
    },
  ),
  'foreign-schedule': one(
    'foreign-schedule',
    (it) => isPersonal(it) && (it.form === 'T1' || it.form === 'PACKAGE'),
    (it, target) => {
      const other = someClient(target, (person) => differ(person, it.contentOf) && person.spouse !== it.contentOf.key);
      it.extra.push(target.pagesOf(other, 'T1', 'schedule'));
      it.nobodys = true;
    },
  ),
  'foreign-slip': one(
    'foreign-slip',
    (it) => isPersonal(it) && ['T1', 'TP-1', 'PACKAGE'].includes(it.form),
    (it, target) => {
      const other = someClient(target, (person) => differ(person, it.contentOf) && person.spouse !== it.contentOf.key);
      it.extra.push(target.pagesOf(other, 'SLIP'));
      it.nobodys = true;
    },
  ),
  'foreign-company-page': one(
    'foreign-company-page',
    (it) => isSound(it) && it.contentOf.kind === 'corporation',
    (it, target) => {
      const { people } = target.office;
      const others = people.filter(
        ({ kind, key, listed }) => kind === 'corporation' && listed && key !== it.contentOf.key,
      );
      it.extra.push(target.pagesOf(target.random.pick(others), target.random.pick(['T2', 'CO-17', it.form])));
      it.nobodys = true;
    },
  ),
  'swapped-companies': swapWithin('swapped-companies', (it) => isSound(it) && it.contentOf.kind === 'corporation'),
  'swapped-letters': swapWithin(
    'swapped-letters',
    (it) => isSound(it) && LETTERS.includes(it.form) && it.contentOf.kind === 'individual',
  ),
  'other-client-sin': one(
    'other-client-sin',
    // Masked, and the list leaves the right SIN blank: nothing in the office could tell.
    (it, { masked }) => isPersonal(it) && (it.contentOf.sinInList || !masked),
    (it, target) => {
      it.draft = { ...it.draft, sin: someClient(target, (person) => differ(person, it.contentOf)).sin };
      it.nobodys = true;
    },
  ),
  'unknown-sin': one(
    'unknown-sin',
    (it) => isPersonal(it) && it.contentOf.sinInList,
    (it, target) => {
      it.draft = {
        ...it.draft,
        sin: target.random.pick(target.office.strangers.filter((person) => differ(person, it.contentOf))).sin,
      };
      it.nobodys = true;
    },
  ),
  'spouse-return': one('spouse-return', hasSpouse, (it, target) => {
    it.contentOf = spouseOf(it, target) ?? it.contentOf;
  }),
  'spouse-page': one('spouse-page', hasSpouse, (it, target) => {
    const spouse = spouseOf(it, target);
    if (spouse) it.extra.push(target.pagesOf(spouse, target.random.pick(['T1', 'T183', it.form])));
    it.nobodys = true;
  }),
  'separated-spouse-sin': one(
    'separated-spouse-sin',
    (it) => isPersonal(it) && it.contentOf.separated && (it.form === 'T1' || it.form === 'TP-1'),
    (it) => {
      it.contentOf = { ...it.contentOf, separated: false };
      it.nobodys = true;
    },
  ),
  'owner-return-for-company': one(
    'owner-return-for-company',
    (it) => isSound(it) && it.contentOf.kind === 'corporation',
    (it, target) => {
      it.contentOf = target.office.people.find(({ key }) => key === it.contentOf.officer) ?? it.contentOf;
      it.form = target.random.pick(['T183', 'T1']);
      it.nobodys = true;
    },
  ),
  'not-in-list': one('not-in-list', isPersonal, (it, { office, random }) => {
    it.contentOf = random.pick(office.strangers);
    it.nameOf = it.contentOf;
    it.nobodys = true;
  }),
  'homonym-not-in-list': one('homonym-not-in-list', isPersonal, (it, { office, random }) => {
    it.contentOf = random.pick(office.impostors);
    it.nameOf = it.contentOf;
    it.nobodys = true;
  }),
  'wrong-year': one('wrong-year', isPersonal, (it, { year }) => {
    it.draft = { ...it.draft, taxYear: year - 1 };
    it.nameYear = year - 1;
  }),
  'prior-year-return': one('prior-year-return', isPersonal, (it, { year, random }) => {
    it.draft = { ...it.draft, taxYear: year - random.whole(1, 3) };
  }),
  'wrong-form': one(
    'wrong-form',
    (it, { choice }) => isPersonal(it) && choice === it.form,
    (it, { random }) => {
      const related =
        it.form === 'T1' || it.form === 'TP-1' ? ['T183', 'T1135'] : ['T183', 'TP-1000.TE', 'T1135', 'T1'];
      it.form = random.pick(related.filter((form) => form !== it.form));
    },
  ),
  'quebec-form-for-ontario': (target) => {
    if (target.choice !== 'by-content') return 0;
    const model = pickPlan(target, (it) => isPersonal(it) && it.form !== 'PACKAGE');
    const busy = new Set(target.plans.flatMap(({ contentOf, nameOf }) => [contentOf.key, nameOf.key]));
    const people = target.office.people.filter((it) => it.yearEndProvince === 'ON' && it.listed && !busy.has(it.key));
    if (model === null || people.length === 0) return 0;
    const person = target.random.pick(people);
    const wrong = { ...plan(person, 'TP-1000.TE', target.year), fault: 'quebec-form-for-ontario' as const };
    target.plans.push({ ...plan(person, 'T1', target.year), kept: true }, wrong);
    return 1;
  },
  'internal-page': one('internal-page', isPersonal, (it, target) => {
    it.extra.push(target.pagesOf(it.contentOf, 'T1', 'internal'));
  }),
  duplicate,
  'second-version': secondVersion,
  'needs-new-signature': one(
    'needs-new-signature',
    (it) => isPersonal(it) && it.form === 'T183' && it.draft.returnKind === undefined && it.contentOf.sinInList,
    (it, { random }) => {
      it.draft = { ...it.draft, refund: random.whole(2_000, 9_000) };
    },
  ),
};
