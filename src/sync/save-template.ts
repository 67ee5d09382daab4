import { emailTemplateAnswerSchema } from '../contract/email-template.schema';
import { readWire } from '../contract/read-wire';
import { toEmailTemplate } from '../contract/template-to-core';
import { apiPaths } from '../core/outbox/api-paths';
import { canonicalJson } from '../core/outbox/canonical-json';
import { err, ok } from '../core/result';
import type { Result } from '../core/result';
import { draftOf } from '../core/templates/email-template';
import type { EmailTemplate, TemplateDraft } from '../core/templates/email-template';
import type { TemplateSaving } from '../core/templates/template-saving';
import { answerError } from './answer-error';
import type { HttpAnswer } from './ports';
import type { PullContext } from './pull';
import { readProblem } from './read-problem';

type Context = Pick<PullContext, 'http' | 'signal'>;

/** The same draft under the same key is added once, however often it is asked. */
export async function createTemplate(
  draft: TemplateDraft,
  key: string,
  { http, signal }: Context,
): Promise<Result<TemplateSaving>> {
  const headers = { 'content-type': 'application/json', 'idempotency-key': key };
  return readSaving(
    await http.request({ method: 'POST', path: apiPaths.emailTemplates, headers, body: bodyOf(draft), signal }),
  );
}

/** Over that very version and no other. */
export async function changeTemplate(
  { id, etag }: Pick<EmailTemplate, 'id' | 'etag'>,
  draft: TemplateDraft,
  { http, signal }: Context,
): Promise<Result<TemplateSaving>> {
  const path = apiPaths.emailTemplate(id);
  const headers = { 'content-type': 'application/json', 'if-match': etag ?? '*' };
  const answer = await http.request({ method: 'PATCH', path, headers, body: bodyOf(draft), signal });
  if (answer.kind !== 'response' || answer.status !== 412) return readSaving(answer);
  const now = await http.request({ method: 'GET', path, signal });
  if (now.kind !== 'response' || now.status !== 200) return err(answerError(now));
  const read = readWire(emailTemplateAnswerSchema, now.body);
  if (!read.ok) return read;
  const template = toEmailTemplate(read.value.data);
  return ok({ kind: 'changed-elsewhere', template });
}

const bodyOf = (draft: TemplateDraft): string => {
  const { name, isDefault, defaultFor, subject, body } = draftOf(draft);
  return canonicalJson({ name, isDefault, defaultFor: [...defaultFor], subject: { ...subject }, body: { ...body } });
};

function readSaving(answer: HttpAnswer): Result<TemplateSaving> {
  if (answer.kind === 'response' && answer.status === 422) {
    const problem = readProblem(422, answer.body);
    if (problem !== null) return ok({ kind: 'refused', detail: problem.detail });
  }
  if (answer.kind !== 'response' || (answer.status !== 200 && answer.status !== 201)) return err(answerError(answer));
  const read = readWire(emailTemplateAnswerSchema, answer.body);
  return read.ok ? ok({ kind: 'saved', template: toEmailTemplate(read.value.data) }) : read;
}
