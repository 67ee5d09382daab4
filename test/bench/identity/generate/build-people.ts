import type { Random } from '../../../fixtures/generate/random';
import { fullName, PeopleMaker } from './people';
import type { OfficePerson } from './shapes';

const CLIENTS = 400;

/** Pairs that faults need, by how they are alike. */
export interface OfficePeople {
  readonly people: readonly OfficePerson[];
  readonly twins: readonly (readonly [OfficePerson, OfficePerson])[];
  readonly namesakes: readonly (readonly [OfficePerson, OfficePerson])[];
  readonly lastFour: readonly (readonly [OfficePerson, OfficePerson])[];
  readonly collisions: readonly (readonly [OfficePerson, OfficePerson])[];
  /** People on nobody's list: strangers, and some who bear a client's name. */
  readonly strangers: readonly OfficePerson[];
  readonly impostors: readonly OfficePerson[];
}

export function buildPeople(random: Random): OfficePeople {
  const maker = new PeopleMaker(random);
  const keyed = (pair: readonly OfficePerson[]) => pair.map(({ key }) => key);
  const twins: string[][] = [];
  for (let n = 0; n < 5; n += 1) {
    const before = maker.people.length;
    maker.twins();
    twins.push(keyed(maker.people.slice(before)));
  }
  const namesakes = Array.from({ length: 6 }, (_, n) => keyed(maker.namesakes(n % 2 === 0 ? 'roof' : 'strangers')));
  const lastFour = [keyed(maker.namesakes('last-four'))];
  const collisions = Array.from({ length: 5 }, () => keyed(maker.collision()));
  for (let n = 0; n < random.whole(85, 105); n += 1) maker.couple();
  // Grown children who file their own return, under one roof and often one number.
  for (let n = 0; n < 10; n += 1) maker.child(random.pick(maker.people.filter(({ relation }) => relation === 'head')));
  for (let n = 0; n < 8; n += 1) maker.couple({}, true);
  for (let n = 0; n < 6; n += 1) maker.couple({ yearEndProvince: 'ON', province: random.pick(['ON', 'QC']) });
  // Lived in Quebec on 31 December, moved to Ontario since: Quebec forms are right.
  for (let n = 0; n < 4; n += 1) maker.add({ province: 'ON', postalCode: `K1A ${n}B${n}`, city: 'Ottawa' });
  for (let n = 0; n < 6; n += 1) standIn(maker, 'deceased', random);
  for (let n = 0; n < 4; n += 1) standIn(maker, 'minor', random);
  for (let n = 0; n < 3; n += 1) standIn(maker, 'incapable', random);
  for (let n = 0; n < 3; n += 1) standIn(maker, 'bankrupt', random);
  for (let n = 0; n < 12; n += 1) maker.add({ email: null });
  const owners = maker.people.filter(({ capacity }) => capacity === 'able');
  for (let n = 0; n < 45; n += 1) maker.company(random.pick(owners));
  for (let n = 0; n < 12; n += 1) maker.trust(random.pick(owners));
  while (maker.people.length < CLIENTS) maker.add();
  const strangers = Array.from({ length: 24 }, () => maker.add({ listed: false }));
  const models = maker.people.filter(({ kind, sinInList, listed }) => kind === 'individual' && sinInList && listed);
  const impostors = Array.from({ length: 12 }, () => {
    const { first, last } = random.pick(models);
    return maker.add({ first, last, listed: false });
  });
  const byKey = new Map(maker.people.map((person) => [person.key, person]));
  const pairs = (keys: readonly string[][]) =>
    keys.map(([a = '', b = '']) => [byKey.get(a) as OfficePerson, byKey.get(b) as OfficePerson] as const);
  return {
    people: maker.people,
    twins: pairs(twins),
    namesakes: pairs(namesakes),
    lastFour: pairs(lastFour),
    collisions: pairs(collisions),
    strangers,
    impostors,
  };
}

function standIn(maker: PeopleMaker, capacity: OfficePerson['capacity'], random: Random): void {
  const helper = maker.add();
  const email = random.next() < 0.8 ? helper.email : null;
  maker.add({
    capacity,
    representative: { name: fullName(helper), email },
    ...(capacity === 'minor' ? { birthDate: `${random.whole(2012, 2019)}-05-17` } : {}),
  });
}
