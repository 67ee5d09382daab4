import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { closingText, resultText } from './report';
import { runConformance } from './run-conformance';
import { languageFrom, say, t } from './words';

/**
 * `npm run conformance -- URL KEY [--json] [--only NAME,…] [--make-office]`. Exit code 0: all passed; 1: something is
 * to be mended; 2: called wrongly. The last line is `N passed, N failed`.
 */
const language = languageFrom(process.env);
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean' }, only: { type: 'string' }, 'make-office': { type: 'boolean' } },
});
const [address, key] = positionals;
if (address === undefined || key === undefined || !URL.canParse(address)) {
  const usage = t(
    'Usage : npm run conformance -- URL CLÉ [--json] [--only FAMILLE,…] [--make-office]. Servez-vous d’une compagnie d’essai : des clients fictifs y restent.',
    'Usage: npm run conformance -- URL KEY [--json] [--only FAMILY,…] [--make-office]. Use a test company: fictitious clients stay there.',
  );
  console.error(say(usage, language));
  process.exit(2);
}
const url = new URL(address);
if (!url.pathname.endsWith('/')) url.pathname += '/';
// The address of the server alone stands for its API.
if (url.pathname === '/') url.pathname = '/api/';

const conformance = await runConformance({
  url,
  key,
  mark: randomBytes(4).toString('hex'),
  now: () => new Date(),
  ...(values.only === undefined ? {} : { only: values.only.split(',') }),
  ...(values['make-office'] === true ? { mayMakeOffice: true } : {}),
  onResult: (result) => console.log(values.json ? JSON.stringify(result) : resultText(result, language)),
});
const closing = closingText(conformance, language);
if (values.json) {
  const { hasExtension, announced, unseen, remains } = conformance;
  console.log(JSON.stringify({ hasExtension, announced, unseen, remains }));
  console.log(closing.split('\n').at(-1));
} else console.log(closing);
process.exit(conformance.results.some(({ outcome }) => outcome === 'failed') ? 1 : 0);
