import { createHash } from 'node:crypto';
import { problemSchema } from '../../src/contract/problem.schema';
import type { ProblemCode } from '../../src/contract/problem.schema';
import { ANYWHERE } from '../../src/contract/route-problems';
import { SCHEMAS } from '../../src/contract/schemas';
import { z } from '../../src/contract/zod';
import type { Answer } from './answer';
import { isDocumented, isKnownCode, statusesOf } from './answer';
import { that } from './want';
import { t } from './words';

/**
 * Holds every answer against the route table, whatever it was about: a status that the route does not announce, a body
 * that is not of its schema, a problem without its form, a digest that is not that of the bytes.
 */
export function hold(answer: Answer): void {
  if (answer.status >= 400) holdRefusal(answer);
  else holdSuccess(answer);
}

function holdRefusal(answer: Answer): void {
  const { route, status, json, headers } = answer;
  that(
    answer,
    status < 500,
    t('une réponse, ou un refus (4xx)', 'an answer, or a refusal (4xx)'),
    t(
      'Le serveur a échoué sur cette requête : voyez ses journaux. Le client croira qu’elle a pu avoir son effet, et recommencera sans fin.',
      'The server failed on this request: see its logs. The client will believe that it may have had its effect, and try for ever.',
    ),
  );
  retryAfter(answer);
  if (isDocumented(route) || route.method === 'HEAD') return;
  const type = headers.get('Content-Type') ?? '';
  const parsed = z.safeParse(problemSchema, json);
  that(
    answer,
    /^application\/problem\+json\s*(;|$)/i.test(type) && parsed.success,
    t('un refus en application/problem+json, avec « code »', 'a refusal as application/problem+json, with `code`'),
    t(
      'Rendez chaque refus en RFC 9457 : type, title, status, code, detail. Sans « code », le client croit qu’un mandataire a parlé, et recommence sans fin.',
      'Answer each refusal as RFC 9457: type, title, status, code, detail. Without `code` the client believes that a proxy spoke, and tries for ever.',
    ),
  );
  const code = parsed.data?.code ?? '';
  if (!isKnownCode(code)) return;
  const announced: readonly ProblemCode[] = [...route.problems, ...ANYWHERE];
  that(
    answer,
    announced.includes(code) && statusesOf(code, route).includes(status),
    t(
      `un refus que la route annonce : ${route.problems.join(', ')}`,
      `a refusal that the route announces: ${route.problems.join(', ')}`,
    ),
    t(
      'Donnez le code qui dit cette faute, avec le statut que docs/api.md lui donne.',
      'Give the code that says this fault, with the status that docs/api.md gives it.',
    ),
  );
  if (code !== 'already-delivered') return;
  that(
    answer,
    z.safeParse(SCHEMAS.AlreadyDelivered, json).success,
    t(
      'deliveryKey, envelopeId, deliveredAt, deliveredBy, sentAt',
      'deliveryKey, envelopeId, deliveredAt, deliveredBy, sentAt',
    ),
    t(
      'Dites qui a déjà livré, et quand : c’est ce que lit l’autre poste.',
      'Say who delivered already, and when: that is what the other workstation reads.',
    ),
  );
}

function holdSuccess(answer: Answer): void {
  const { route, status, json, headers, bytes } = answer;
  const announced = route.answers[status];
  const all = Object.keys(route.answers).join(' / ');
  that(
    answer,
    announced !== undefined,
    t(all, all),
    t('Répondez l’un des statuts que la route annonce.', 'Answer one of the statuses that the route announces.'),
  );
  if (announced === undefined) return;
  for (const name of announced.headers ?? []) {
    // Says that this is the answer of an earlier request: its absence says that it is not.
    if (name === 'Idempotency-Replayed') continue;
    that(
      answer,
      headers.get(name) !== null,
      t(`l’en-tête ${name}`, `the header ${name}`),
      t(`Ajoutez l’en-tête ${name} à cette réponse.`, `Add the header ${name} to this answer.`),
    );
  }
  digest(answer);
  if (announced.body === 'none') {
    const empty = t('aucun corps', 'no body');
    that(answer, bytes.byteLength === 0, empty, t('Répondez sans corps.', 'Answer without a body.'));
    return;
  }
  if (announced.body === 'pdf') {
    const type = headers.get('Content-Type') ?? '';
    const kept = headers.get('Cache-Control') ?? '';
    that(
      answer,
      /^application\/pdf/i.test(type) && /no-store/i.test(kept),
      t('application/pdf, Cache-Control: no-store', 'application/pdf, Cache-Control: no-store'),
      t(
        'Servez le PDF comme tel, et interdisez d’en garder copie.',
        'Serve the PDF as such, and forbid keeping a copy of it.',
      ),
      t(`${type}, Cache-Control: ${kept}`, `${type}, Cache-Control: ${kept}`),
    );
    return;
  }
  // A form's fields are answered by a page.
  if (route.isPublic === true && headers.get('Content-Type')?.startsWith('text/html')) return;
  const parsed = z.safeParse(SCHEMAS[announced.body], json);
  const issue = parsed.error?.issues[0];
  const at = issue?.path.join('.') || '(corps / body)';
  that(
    answer,
    parsed.success,
    t(`un corps ${announced.body} (docs/openapi.json)`, `a body ${announced.body} (docs/openapi.json)`),
    t(`Corrigez « ${at} » : ${issue?.message ?? ''}`, `Mend \`${at}\`: ${issue?.message ?? ''}`),
  );
}

/** Checked wherever a server gives it. Compressed on the way, the digest is of bytes that fetch does not show. */
function digest(answer: Answer): void {
  const given = /sha-256=:([A-Za-z0-9+/=]*):/.exec(answer.headers.get('Content-Digest') ?? '')?.[1];
  if (given === undefined || answer.headers.has('Content-Encoding')) return;
  const actual = createHash('sha256').update(answer.bytes).digest('base64');
  that(
    answer,
    given === actual,
    t(`Content-Digest: sha-256=:${actual}:`, `Content-Digest: sha-256=:${actual}:`),
    t(
      'Calculez Content-Digest sur les octets qui partent vraiment : le client refuse ceux qui ne s’accordent pas.',
      'Compute Content-Digest over the bytes that really leave: the client refuses those that do not agree.',
    ),
    t(`sha-256=:${given}:`, `sha-256=:${given}:`),
  );
}

function retryAfter(answer: Answer): void {
  const given = answer.headers.get('Retry-After');
  const isRead = given === null || /^\d{1,9}$/.test(given) || !Number.isNaN(Date.parse(given));
  const expected = t('Retry-After en secondes, ou une date HTTP', 'Retry-After in seconds, or an HTTP date');
  const came = t(`Retry-After: ${given ?? '—'}`, `Retry-After: ${given ?? '—'}`);
  that(answer, isRead, expected, t('Écrivez Retry-After en secondes.', 'Write Retry-After in seconds.'), came);
  that(
    answer,
    answer.status !== 429 || given !== null,
    expected,
    t('Dites dans Retry-After quand revenir.', 'Say in Retry-After when to come back.'),
    came,
  );
}
