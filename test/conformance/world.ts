import { createHash } from 'node:crypto';
import type { Answer, Json } from './answer';
import { Finding, NotChecked } from './finding';
import type { Kit } from './kit';
import { t } from './words';
import * as want from './want';

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** Bytes that only have to be themselves. */
export const specimen = (mark: string): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(`%PDF-1.7\n% SPÉCIMEN FICTIF ${mark}\n%%EOF\n`);

/** An envelope on the server, with what it was made from. */
export interface Made {
  readonly id: string;
  readonly documentId: string;
  readonly content: Uint8Array;
  readonly body: EnvelopeBody;
  /** Under which the draft was made. */
  readonly idempotencyKey: string;
  readonly first: Answer;
}

export type EnvelopeBody = Readonly<Record<string, unknown>> & {
  readonly documents: readonly Readonly<Record<string, unknown>>[];
};

/** Undone at the end, the last made first. */
type Undo = () => Promise<void>;

/**
 * What checks stand on: a client, an invited address, a template, envelopes. All of it is fictitious and says so. Each
 * is made once; when that fails, whoever stands on it is not checked rather than failed again.
 */
export class World {
  readonly kit: Kit;
  /** May make the office and its index where there are none: they cannot be taken away again. */
  readonly mayMakeOffice: boolean;
  readonly #made = new Map<string, Promise<unknown>>();
  readonly #undo: Undo[] = [];
  /** What stays on the server, in words. */
  readonly remains = { clients: 0, invitations: 0, templates: 0, voided: 0, others: 0 };

  constructor(kit: Kit, mayMakeOffice: boolean) {
    this.kit = kit;
    this.mayMakeOffice = mayMakeOffice;
  }

  atEnd(undo: Undo): void {
    this.#undo.push(undo);
  }

  async cleanUp(): Promise<void> {
    // One that fails keeps none of the others from being tried.
    for (const undo of this.#undo.splice(0).reverse()) await undo().catch(() => undefined);
  }

  /** Makes it the first time, and gives the same from then on. */
  async once<T>(name: string, make: () => Promise<T>): Promise<T> {
    const before = this.#made.get(name);
    const made = (before as Promise<T> | undefined) ?? make();
    if (before === undefined) this.#made.set(name, made);
    try {
      return await made;
    } catch (error) {
      if (before === undefined || !(error instanceof Finding)) throw error;
      throw new NotChecked(t(`${error.fault.route} a échoué plus haut`, `${error.fault.route} failed above`));
    }
  }

  /** A client of ours. */
  client(): Promise<{ readonly id: number; readonly code: string; readonly name: string; readonly email: string }> {
    return this.once('client', async () => {
      const code = this.kit.fresh('SPECIMEN');
      const name = `Spécimen Fictif ${this.kit.mark}`;
      const email = `${this.kit.fresh('conformite')}@exemple.example`;
      const answer = await this.kit.call('createClient', { body: { name, code, email, address: '1, rue Fictive' } });
      want.status(answer, [200, 201]);
      this.remains.clients += 1;
      return { id: Number(answer.json['data']?.['id']), code, name, email };
    });
  }

  /** An address of ours that was invited. */
  invited(): Promise<string> {
    return this.once('invited', async () => {
      const { id, email } = await this.client();
      const body = { email, clientIds: [id], language: 'fr' };
      const answer = await this.kit.call('createInvitation', { body, idempotencyKey: this.kit.fresh('invitation') });
      want.status(answer, 201);
      this.remains.invitations += 1;
      return email;
    });
  }

  /** A template of the server's own. */
  template(): Promise<string> {
    return this.once('template', async () => {
      const { json } = await this.kit.call('listEmailTemplates', { query: { limit: 1 } });
      const id = json['data']?.[0]?.['id'];
      if (id === undefined) throw new NotChecked(t('aucun modèle de courriel', 'no e-mail template'));
      return String(id);
    });
  }

  /** The first task of the server: none can be made by the API. It is left as it was. */
  task(): Promise<{ readonly id: number; readonly status: number }> {
    return this.once('task', async () => {
      const { json } = await this.kit.call('listTasks', { query: { per_page: 1 } });
      const row = json['data']?.[0];
      if (row === undefined) throw new NotChecked(t('aucune tâche sur le serveur', 'no task on the server'));
      return { id: Number(row['id']), status: Number(row['status']) };
    });
  }

  async upload(content: Uint8Array): Promise<void> {
    want.status(await this.kit.call('putUpload', { places: { sha256: sha256(content) }, body: content }), 201);
  }

  /** The body of an envelope of our own, its content uploaded. */
  async envelopeBody(over: object = {}): Promise<{ readonly body: EnvelopeBody; readonly content: Uint8Array }> {
    const { id } = await this.client();
    const mark = this.kit.fresh('document');
    const content = specimen(mark);
    await this.upload(content);
    const recipient = {
      id: 'r1',
      role: 'taxpayer',
      name: `Spécimen Fictif ${this.kit.mark}`,
      email: await this.invited(),
      language: 'fr',
      order: 1,
    };
    const document = {
      title: 'Spécimen fictif',
      formCode: 'T183',
      taxYear: 2025,
      sha256: sha256(content),
      pageCount: 2,
      deliveryKey: sha256(mark),
      fields: [
        { kind: 'signature', recipient: 'r1', page: 1, rect: [40, 113, 190, 28] },
        { kind: 'time', part: 'hh', recipient: 'r1', page: 1, rect: [449, 89, 20, 12] },
      ],
    };
    const body = {
      clientId: id,
      purpose: 'signature',
      title: 'Spécimen fictif',
      emailTemplateId: await this.template(),
      recipients: [recipient],
      documents: [document],
      ...over,
    };
    return { body, content };
  }

  /** A draft of our own, withdrawn or voided at the end. */
  async draft(over: object = {}): Promise<Made> {
    const { body, content } = await this.envelopeBody(over);
    const idempotencyKey = this.kit.fresh('enveloppe');
    const first = await this.kit.call('createEnvelope', { body, idempotencyKey });
    want.status(first, 201);
    const data: Json | undefined = first.json['data'];
    const made = {
      id: String(data?.['id']),
      documentId: String(data?.['documents']?.[0]?.['id']),
      content,
      body,
      idempotencyKey,
      first,
    };
    this.withdraw(made.id, idempotencyKey);
    return made;
  }

  /** At the end: a draft is deleted; what was sent is voided. */
  withdraw(id: string, idempotencyKey: string): void {
    this.atEnd(async () => {
      const gone = await this.kit.call('deleteEnvelope', { places: { id }, idempotencyKey });
      if (gone.status === 204 || gone.status === 404 || !this.kit.has('envelope-void')) return;
      const taken = await this.kit.call('voidEnvelope', {
        places: { id },
        body: { reason: 'Spécimen fictif' },
        idempotencyKey: this.kit.fresh('annulation'),
      });
      if (taken.status === 200) this.remains.voided += 1;
    });
  }

  async sent(over: object = {}): Promise<Made> {
    const made = await this.draft(over);
    const body = {};
    const idempotencyKey = this.kit.fresh('envoi');
    want.status(await this.kit.call('sendEnvelope', { places: { id: made.id }, body, idempotencyKey }), 200);
    return made;
  }

  /** One draft that any check may look at; none may change it. */
  sharedDraft(): Promise<Made> {
    return this.once('draft', () => this.draft());
  }

  sharedSent(): Promise<Made> {
    return this.once('sent', () => this.sent());
  }
}
