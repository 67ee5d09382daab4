import { capabilitiesSchema } from '../../src/contract/capabilities.schema';
import type { ProblemCode } from '../../src/contract/problem.schema';
import { PROBLEM_STATUS } from '../../src/contract/problem.schema';
import type { Route } from '../../src/contract/route';
import { ROUTES } from '../../src/contract/routes';
import { z } from '../../src/contract/zod';
import { isDocumented, nameOf } from './answer';
import type { Check, Family } from './check';
import { CAPABILITIES_FAMILY } from './families/capabilities';
import { CLIENTS } from './families/clients';
import { COMPANY } from './families/company';
import { DEVICE_KEYS } from './families/device-keys';
import { DOCUMENTED_TASKS } from './families/documented-tasks';
import { EMAIL_TEMPLATES } from './families/email-templates';
import { ENVELOPES } from './families/envelopes';
import { EXTENSION_CLIENTS } from './families/extension-clients';
import { EXTENSION_TASKS } from './families/extension-tasks';
import { FOLLOW_UP } from './families/follow-up';
import { INTAKE } from './families/intake';
import { INVITATIONS } from './families/invitations';
import { OFFICE } from './families/office';
import { PAGING } from './families/paging';
import { SETTINGS } from './families/settings';
import { UPLOADS } from './families/uploads';
import type { Fault } from './finding';
import { Finding, NotChecked } from './finding';
import type { KitOptions } from './kit';
import { Kit } from './kit';
import { refusalChecks } from './refusals';
import type { Words } from './words';
import { t } from './words';
import { World } from './world';

/** In an order in which each finds what it stands on; the website form last, for it ends in being limited. */
export const FAMILIES: readonly Family[] = [
  COMPANY,
  CLIENTS,
  DOCUMENTED_TASKS,
  CAPABILITIES_FAMILY,
  EXTENSION_CLIENTS,
  EMAIL_TEMPLATES,
  INVITATIONS,
  UPLOADS,
  ENVELOPES,
  FOLLOW_UP,
  EXTENSION_TASKS,
  DEVICE_KEYS,
  SETTINGS,
  OFFICE,
  PAGING,
  INTAKE,
];

export interface CheckResult {
  readonly family: string;
  readonly route: string;
  readonly title: Words;
  readonly outcome: 'passed' | 'failed' | 'not-checked';
  /** With `failed`. */
  readonly fault?: Fault;
  /** With `not-checked`. */
  readonly why?: Words;
}

export interface Conformance {
  readonly results: readonly CheckResult[];
  /** Whether the extension answered. */
  readonly hasExtension: boolean;
  /** Announced answers (`operation status code`) that never came. */
  readonly unseen: readonly string[];
  readonly announced: number;
  readonly remains: World['remains'];
}

export interface RunOptions extends KitOptions {
  /** Names of families; all when absent. */
  readonly only?: readonly string[];
  readonly mayMakeOffice?: boolean;
  readonly onResult?: (result: CheckResult) => void;
}

/** Drives every route of a server, and cleans up after itself. Takes a few minutes over a slow network. */
export async function runConformance(options: RunOptions): Promise<Conformance> {
  const kit = new Kit(options);
  kit.capabilities = await askCapabilities(kit);
  const hasExtension = kit.capabilities !== null;
  const world = new World(kit, options.mayMakeOffice ?? kit.capabilities?.sandbox ?? false);
  const results: CheckResult[] = [];
  try {
    for (const family of FAMILIES) {
      if (options.only !== undefined && !options.only.includes(family.name)) continue;
      for (const check of [...family.checks.slice(0, 1), ...refusalChecks(family.samples), ...family.checks.slice(1)]) {
        const result = await runOne(family, check, kit, world, hasExtension);
        if (result === null) continue;
        results.push(result);
        options.onResult?.(result);
      }
    }
  } finally {
    await world.cleanUp();
  }
  const announced = announcedAnswers(kit, hasExtension);
  const unseen = announced.filter((answer) => !kit.seen.has(answer));
  return { results, hasExtension, unseen, announced: announced.length, remains: world.remains };
}

/** Null where the server has no extension, or what it says of it cannot be read: the check of it then tells why. */
async function askCapabilities(kit: Kit): Promise<Kit['capabilities']> {
  try {
    const { status, json } = await kit.call('getCapabilities');
    const parsed = z.safeParse(capabilitiesSchema, json);
    return status === 200 && parsed.success ? parsed.data.data : null;
  } catch (error) {
    if (error instanceof Finding) return null;
    throw error;
  }
}

async function runOne(
  family: Family,
  check: Check,
  kit: Kit,
  world: World,
  hasExtension: boolean,
): Promise<CheckResult | null> {
  const route: Route | undefined = ROUTES.find(({ id }) => id === check.id);
  if (route === undefined) throw new Error(`no route ${check.id}`);
  const base = { family: family.name, route: nameOf(route), title: check.title };
  if (!isThere(route, kit, hasExtension)) return null;
  const needs = check.needs ?? route.capability;
  if (needs !== undefined && !kit.has(needs))
    return { ...base, outcome: 'not-checked', why: t(`capacité absente : ${needs}`, `no such capability: ${needs}`) };
  try {
    await check.run(kit, world);
    return { ...base, outcome: 'passed' };
  } catch (error) {
    if (error instanceof Finding) return { ...base, outcome: 'failed', fault: error.fault };
    if (error instanceof NotChecked) return { ...base, outcome: 'not-checked', why: error.why };
    throw error;
  }
}

/** A server without the extension is a whole one: its capabilities say so by a 404. Any other answer is looked at. */
function isThere(route: Route, kit: Kit, hasExtension: boolean): boolean {
  if (isDocumented(route)) return true;
  if (route.origin === 'sandbox') return kit.capabilities?.sandbox === true;
  if (hasExtension) return true;
  return route.id === 'getCapabilities' && ![...kit.seen].some((answer) => answer.startsWith('getCapabilities 404'));
}

/** What the route table announces of the routes that this server has. */
function announcedAnswers(kit: Kit, hasExtension: boolean): readonly string[] {
  const isHad = (route: Route) => route.capability === undefined || kit.has(route.capability);
  return ROUTES.filter((route: Route) => isThere(route, kit, hasExtension) && isHad(route)).flatMap((route: Route) => [
    ...Object.keys(route.answers).map((status) => `${route.id} ${status}`),
    // What a published route answers to a mistake is not published.
    ...(isDocumented(route) ? [] : route.problems.map((code) => seenAs(route, code))),
  ]);
}

/** HEAD has no body to carry a code. */
const seenAs = ({ id, method }: Route, code: ProblemCode): string =>
  `${id} ${PROBLEM_STATUS[code]}${method === 'HEAD' ? '' : ` ${code}`}`;
