import { PROBLEM_STATUS } from '../../../src/contract/problem.schema';
import type { ProblemCode } from '../../../src/contract/problem.schema';
import type { Route, RouteAnswer } from '../../../src/contract/route';
import { ROUTES } from '../../../src/contract/routes';
import { PROBLEM_MEANINGS } from './problem-meanings';
import type { Example } from './recorder';

/** The table of every problem code, by status. */
export function problemTable(): string {
  const codes = (Object.keys(PROBLEM_STATUS) as ProblemCode[]).map((code) => {
    const [when, client] = PROBLEM_MEANINGS[code];
    const status = code === 'digest-mismatch' ? '400, 422' : String(PROBLEM_STATUS[code]);
    return `| ${status} | \`${code}\` | ${when} | ${client} |`;
  });
  return ['| status | code | when | our client |', '|---|---|---|---|', ...codes].join('\n');
}

/** One section per route: what it is, what it answers, and what was really sent and answered. */
export function routeSections(examples: readonly Example[]): string {
  return GROUPS.map(([title, isIn]) => {
    const routes = (ROUTES as readonly Route[]).filter(isIn);
    return [`### ${title}`, ...routes.map((route) => section(route, examples))].join('\n\n');
  }).join('\n\n');
}

const isExtension = ({ origin }: Route): boolean => origin === 'extension' || origin === 'sandbox';
const under =
  (...names: readonly string[]) =>
  (route: Route): boolean =>
    isExtension(route) && names.includes(route.path.split('/')[2] ?? '');

const GROUPS: readonly (readonly [string, (route: Route) => boolean])[] = [
  ['Published by GEM-BOOKS', (route) => !isExtension(route)],
  ['Capabilities', under('capabilities')],
  ['Clients and account managers', under('clients', 'account-managers')],
  ['Invitations', under('invitations')],
  ['Uploads', under('uploads')],
  ['Envelopes and deliveries', under('envelopes', 'deliveries')],
  ['E-mail templates', under('email-templates')],
  ['Tasks', under('tasks')],
  ['Website form', under('intake')],
  ['What workstations share', under('office', 'settings', 'device-keys')],
  ['Only in the sandbox', under('mail')],
];

function section(route: Route, examples: readonly Example[]): string {
  const { method, path, summary, description, problems } = route;
  const facts = [
    ...(route.origin === 'inferred' ? ['Inferred from the published object: not published as a route.'] : []),
    ...(route.isPublic === true ? ['Without a key.'] : []),
    ...(route.capability === undefined ? [] : [`Capability \`${route.capability}\`.`]),
  ];
  const parameters = [...(route.query ?? []), ...(route.headers ?? [])].map(
    ({ name, required, description: what }) => `- \`${name}\`${required ? ' (required)' : ''}: ${what}`,
  );
  const refusals = isExtension(route) ? [`Refusals: ${problems.map((code) => `\`${code}\``).join(', ')}.`] : [];
  return [
    `#### \`${method} ${path}\``,
    [`${summary}.`, ...(description === undefined ? [] : [description]), ...facts].join(' '),
    ...(parameters.length === 0 ? [] : [parameters.join('\n')]),
    `${answers(route)}${bodies(route)}`,
    ...refusals,
    ...examples.filter((example) => example.route.id === route.id).map(exampleText),
  ].join('\n\n');
}

const answers = (route: Route): string =>
  Object.entries<RouteAnswer>(route.answers)
    .map(([status, { description, body }]) => `${status} ${description}${/^[A-Z]/.test(body) ? ` (\`${body}\`)` : ''}`)
    .join('; ')
    .concat('.');

const bodies = ({ request }: Route): string => {
  if (request === undefined) return '';
  return request === 'bytes' ? ' Body: the bytes.' : ` Body: \`${request}\`.`;
};

const exampleText = ({ about, request, answer }: Example): string =>
  [`${about}:`, '```http', request, '```', '```http', answer, '```'].join('\n');
