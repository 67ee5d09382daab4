import { accountManagerSchema } from '../contract/account-manager.schema';
import type { AccountManager } from '../contract/account-manager.schema';
import { deliverySchema } from '../contract/delivery.schema';
import type { Delivery } from '../contract/delivery.schema';
import { emailTemplateSchema } from '../contract/email-template.schema';
import { envelopeEventSchema } from '../contract/envelope-event.schema';
import { envelopeSchema } from '../contract/envelope.schema';
import type { WireEnvelope } from '../contract/envelope.schema';
import { toFollowedEnvelope } from '../contract/envelope-to-core';
import { extensionTaskSchema } from '../contract/extension-task.schema';
import { invitationSchema } from '../contract/invitation.schema';
import type { Invitation } from '../contract/invitation.schema';
import { officeAnswerSchema, officeIndexAnswerSchema } from '../contract/office.schema';
import { readWire } from '../contract/read-wire';
import { taskSchema } from '../contract/task.schema';
import { toEmailTemplate } from '../contract/template-to-core';
import { documentedToOfficeTask, toOfficeTask } from '../contract/task-to-core';
import type { z } from '../contract/zod';
import type { EnvelopeEvent } from '../core/follow-up/envelope-event';
import type { FollowedEnvelope } from '../core/follow-up/followed-envelope';
import { apiPaths, EXTENSION } from '../core/outbox/api-paths';
import { err, ok } from '../core/result';
import type { Result } from '../core/result';
import type { OfficeTask } from '../core/tasks/office-task';
import type { EmailTemplate } from '../core/templates/email-template';
import { answerError } from './answer-error';
import { checkConnection } from './connection-check';
import type { Connection } from './connection-check';
import type { Clock, Http } from './ports';
import { pollExtension } from './poll';
import type { PollTag } from './poll';
import { pullDocumented, pullExtension } from './pull';
import type { CutPull } from './cut-pull';
import type { ClientsReading } from './read-clients';
import { getSealed, putSealed } from './sealed-resource';
import type { Precondition, Versioned } from './sealed-resource';

/** What the server keeps of the office: its id, and its key sealed by the office's passphrase. */
export interface SealedOffice {
  readonly id: string;
  readonly sealedKey: string;
}

/** The reads that the app makes, and the two sealed records that it shares. Templates are in `save-template`; everything else goes by the outbox. */
export class ApiClient {
  readonly #http: Http;
  readonly #clock: Pick<Clock, 'now'>;
  #envelopesTag: PollTag | null = null;

  constructor(http: Http, clock: Pick<Clock, 'now'>) {
    this.#http = http;
    this.#clock = clock;
  }

  connection(signal?: AbortSignal): Promise<Result<Connection>> {
    return checkConnection(this.#http, this.#clock, undefined, signal);
  }

  /** Every client; see `readClients`. Nothing is asked about one client. */
  async clients(
    extension: boolean,
    before: ClientsReading | null,
    cut: CutPull,
    signal: AbortSignal,
  ): Promise<Result<ClientsReading>> {
    // Not part of the first screen.
    const { readClients } = await import('./read-clients');
    return readClients(extension, before, this.#context(signal), cut);
  }

  accountManagers(signal: AbortSignal): Promise<Result<readonly AccountManager[]>> {
    return this.#list(`${EXTENSION}/account-managers`, accountManagerSchema, signal);
  }

  async emailTemplates(signal: AbortSignal): Promise<Result<readonly EmailTemplate[]>> {
    const templates = await this.#list(apiPaths.emailTemplates, emailTemplateSchema, signal);
    return templates.ok ? ok(templates.value.map(toEmailTemplate)) : templates;
  }

  invitations(signal: AbortSignal): Promise<Result<readonly Invitation[]>> {
    return this.#list(apiPaths.invitations, invitationSchema, signal);
  }

  envelopes(signal: AbortSignal): Promise<Result<readonly WireEnvelope[]>> {
    return this.#list(apiPaths.envelopes, envelopeSchema, signal);
  }

  /** Envelopes that changed since an instant (that one included), or all of them; nothing when nothing changed. */
  async followedEnvelopes(since: string | null, signal: AbortSignal): Promise<Result<readonly FollowedEnvelope[]>> {
    const path =
      since === null ? apiPaths.envelopes : `${apiPaths.envelopes}?updatedSince=${encodeURIComponent(since)}`;
    const polled = await pollExtension(path, envelopeSchema, this.#envelopesTag, this.#context(signal));
    if (!polled.ok) return err(polled.error.error);
    this.#envelopesTag = polled.value.tag;
    return ok(polled.value.rows.map(toFollowedEnvelope));
  }

  /** An envelope's history, oldest first. */
  async envelopeEvents(id: string, signal: AbortSignal): Promise<Result<readonly EnvelopeEvent[]>> {
    const events = await this.#list(apiPaths.envelopeEvents(id), envelopeEventSchema, signal);
    return events.ok
      ? ok(events.value.map(({ kind, recipientId, at, by, reason }) => ({ kind, recipientId, at, by, reason })))
      : events;
  }

  /** The signed copy's bytes. Their digest is the caller's to compare. */
  async signedDocument(id: string, document: string, signal: AbortSignal): Promise<Result<Uint8Array<ArrayBuffer>>> {
    const path = apiPaths.signedDocument(id, document);
    const answer = await this.#http.request({ method: 'GET', path, signal });
    if (answer.kind === 'no-answer' || answer.status !== 200 || answer.bytes === undefined)
      return err(answerError(answer));
    return ok(answer.bytes);
  }

  /** What was delivered already, of one tax year. `sentAt: null` = a draft holds the key: not delivered yet. */
  deliveries(taxYear: number, signal: AbortSignal): Promise<Result<readonly Delivery[]>> {
    return this.#list(apiPaths.deliveries(taxYear), deliverySchema, signal);
  }

  /** Every task; `extension`: with client, assignee, labels and a version, which the documented ones lack. */
  async officeTasks(extension: boolean, signal: AbortSignal): Promise<Result<readonly OfficeTask[]>> {
    if (extension) {
      const tasks = await this.#list(apiPaths.extensionTasks, extensionTaskSchema, signal);
      return tasks.ok ? ok(tasks.value.map(toOfficeTask)) : tasks;
    }
    const pulled = await pullDocumented('tasks', taskSchema, this.#context(signal));
    return pulled.ok ? ok(pulled.value.map(documentedToOfficeTask)) : err(pulled.error.error);
  }

  /** `null` when the server knows no office. */
  office(signal: AbortSignal): Promise<Result<Versioned<SealedOffice> | null>> {
    return getSealed(`${EXTENSION}/office`, readOffice, this.#context(signal));
  }

  /** Answers the new version; `null` when the precondition failed (there is an office already, or a newer one). */
  putOffice(office: SealedOffice, when: Precondition, signal: AbortSignal): Promise<Result<string | null>> {
    return putSealed(`${EXTENSION}/office`, { ...office }, when, this.#context(signal));
  }

  /** The office index, sealed, in base64. `null` when there is none. */
  officeIndex(signal: AbortSignal): Promise<Result<Versioned<string> | null>> {
    return getSealed(`${EXTENSION}/office/index`, readIndex, this.#context(signal));
  }

  /** Answers the new version; `null` when another workstation was faster: merge by union and try again. */
  putOfficeIndex(sealed: string, when: Precondition, signal: AbortSignal): Promise<Result<string | null>> {
    return putSealed(`${EXTENSION}/office/index`, { sealed }, when, this.#context(signal));
  }

  async #list<T extends z.ZodMiniType>(
    path: string,
    item: T,
    signal: AbortSignal,
  ): Promise<Result<readonly z.infer<T>[]>> {
    const pulled = await pullExtension(path, item, this.#context(signal));
    return pulled.ok ? pulled : err(pulled.error.error);
  }

  #context(signal: AbortSignal) {
    return { http: this.#http, now: () => this.#clock.now(), signal };
  }
}

function readOffice(body: string): Result<SealedOffice> {
  const read = readWire(officeAnswerSchema, body);
  return read.ok ? ok({ id: read.value.data.id, sealedKey: read.value.data.sealedKey }) : read;
}

function readIndex(body: string): Result<string> {
  const read = readWire(officeIndexAnswerSchema, body);
  return read.ok ? ok(read.value.data.sealed) : read;
}
