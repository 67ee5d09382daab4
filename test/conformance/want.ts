import type { ProblemCode } from '../../src/contract/problem.schema';
import type { Answer } from './answer';
import { isDocumented, nameOf, statusesOf, summary } from './answer';
import { Finding } from './finding';
import { MEND } from './mend';
import { t } from './words';
import type { Words } from './words';

/** Fails the check unless `holds`. */
export function that(
  answer: Answer,
  holds: boolean,
  expected: Words,
  mend: Words,
  came: Words = t(summary(answer), summary(answer)),
): void {
  if (!holds) throw new Finding({ route: nameOf(answer.route), sent: answer.sent, expected, came, mend });
}

/** The answer carries one of these statuses. */
export function status(answer: Answer, wanted: number | readonly number[], mend?: Words): void {
  const all = typeof wanted === 'number' ? [wanted] : wanted;
  const list = all.join(' / ');
  const described = all.map((one) => answer.route.answers[one]?.description).filter((text) => text !== undefined);
  that(
    answer,
    all.includes(answer.status),
    t(`${list}`, `${list}${described.length === 0 ? '' : ` (${described.join('; ')})`}`),
    mend ?? t(`Répondez ${list} à cette requête.`, `Answer ${list} to this request.`),
  );
}

/** The answer is a problem with this code. Of a documented route any refusal (4xx) will do. */
export function problem(answer: Answer, code: ProblemCode, mend: Words = MEND[code]): void {
  if (isDocumented(answer.route)) {
    const isRefusal = answer.status >= 400 && answer.status < 500;
    that(answer, isRefusal, t('un refus (4xx)', 'a refusal (4xx)'), mend);
    return;
  }
  const statuses = statusesOf(code, answer.route);
  const expected = `${statuses.join(' / ')} ${code}`;
  const isIt =
    statuses.includes(answer.status) && (answer.route.method === 'HEAD' || String(answer.json?.['code']) === code);
  that(answer, isIt, t(expected, expected), mend);
}

/** The body is, byte for byte, that of another answer. */
export function sameBytes(answer: Answer, first: Answer, mend: Words): void {
  that(
    answer,
    Buffer.compare(answer.bytes, first.bytes) === 0,
    t(`octet pour octet : ${first.text}`, `byte for byte: ${first.text}`),
    mend,
  );
}

/** A header holds exactly this. */
export function header(answer: Answer, name: string, value: string, mend: Words): void {
  const found = answer.headers.get(name);
  const came = `${answer.status}, ${name}: ${found ?? '—'}`;
  that(answer, found === value, t(`${name}: ${value}`, `${name}: ${value}`), mend, t(came, came));
}
