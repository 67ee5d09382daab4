import { createHash } from 'node:crypto';
import type { Http, HttpAnswer, HttpRequest } from '../../src/sync/ports';

export type Fault =
  | { readonly kind: 'cut-before' }
  | { readonly kind: 'cut-after' }
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: unknown;
    };

interface Client {
  id: number;
  code: string;
  name: string;
  email: string;
  address: string;
  city: string;
  phone: string;
  language: string | null;
  accountManagerId: string | null;
  version: number;
}

interface Envelope {
  id: string;
  status: 'draft' | 'sent';
  body: Record<string, unknown> & {
    documents: { deliveryKey: string; sha256: string; taxYear: number }[];
    recipients: { email: string }[];
  };
}

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

/**
 * A model of GEM-BOOKS with our extension, as docs/sync-protocol.md tells it: state in memory, effects at once and
 * whole, and a fault before or after them where the test wants one. It shares no code with the product.
 */
export class FakeGemBooks implements Http {
  readonly clients: Client[] = [];
  readonly invitations: { id: string; email: string; clientIds: number[]; language: string }[] = [];
  readonly uploads = new Map<string, { bytes: number[]; total: number; complete: boolean }>();
  readonly envelopes: Envelope[] = [];
  readonly mail: { to: string; about: string }[] = [];
  readonly log: { method: string; path: string }[] = [];
  /** Same key, other body: a broken promise, whoever is asked. */
  readonly keyViolations: string[] = [];
  fault: (request: HttpRequest, count: number) => Fault | null = () => null;
  readonly #keys = new Map<string, { digest: string; answer: HttpAnswer }>();
  #count = 0;
  #nextId = 1000;

  async request(request: HttpRequest): Promise<HttpAnswer> {
    this.log.push({ method: request.method, path: request.path });
    const fault = this.fault(request, this.#count++);
    if (fault?.kind === 'cut-before') return cut;
    if (fault?.kind === 'status')
      return respond(fault.status, fault.body ?? problem(fault.status, 'unavailable'), fault.headers);
    const answer = this.#keyed(request);
    return fault?.kind === 'cut-after' ? cut : answer;
  }

  addClient(client: Partial<Client>): Client {
    const made: Client = {
      id: this.#nextId++,
      code: '',
      name: '',
      email: '',
      address: '',
      city: '',
      phone: '',
      language: null,
      accountManagerId: null,
      version: 1,
      ...client,
    };
    this.clients.push(made);
    return made;
  }

  #keyed(request: HttpRequest): HttpAnswer {
    const key = request.headers?.['idempotency-key'];
    if (request.method !== 'POST' || !request.path.startsWith('impot-sync/')) return this.#route(request);
    if (!key) return respond(400, problem(400, 'idempotency-key-required'));
    const digest = sha256(request.body ?? '');
    const known = this.#keys.get(key);
    if (known && known.digest !== digest) {
      this.keyViolations.push(key);
      return respond(422, problem(422, 'idempotency-key-reused'));
    }
    if (known) return known.answer;
    const answer = this.#route(request);
    if (answer.kind === 'response' && answer.status < 300) this.#keys.set(key, { digest, answer });
    return answer;
  }

  #route(request: HttpRequest): HttpAnswer {
    const { method } = request;
    const [path = '', query = ''] = request.path.split('?');
    const body = typeof request.body === 'string' ? JSON.parse(request.body) : {};
    const route = `${method} ${path.replace(/\/(?:\d+|[0-9a-f]{64}|env-\d+)(?=\/|$)/, '/*')}`;
    const id = /\/(\d+|[0-9a-f]{64}|env-\d+)(?:\/|$)/.exec(path)?.[1] ?? '';
    const client = this.clients.find((one) => String(one.id) === id);
    const envelope = this.envelopes.find((one) => one.id === id);
    switch (route) {
      case 'GET clients': {
        const page = Number(new URLSearchParams(query).get('page') ?? 1);
        const size = Number(new URLSearchParams(query).get('per_page') ?? 20);
        const sorted = [...this.clients].sort((a, b) => (a.code < b.code ? -1 : 1));
        const meta = {
          current_page: page,
          last_page: Math.max(1, Math.ceil(sorted.length / size)),
          per_page: size,
          total: sorted.length,
        };
        return respond(200, { data: sorted.slice((page - 1) * size, page * size), meta, success: true });
      }
      case 'POST clients':
        return respond(201, { data: { id: this.addClient(body).id }, success: true });
      case 'GET clients/*':
        return client ? respond(200, { data: client, success: true }) : respond(404, problem(404, 'not-found'));
      case 'PUT clients/*':
        if (!client) return respond(404, problem(404, 'not-found'));
        Object.assign(client, body, { version: client.version + 1 });
        return respond(200, { data: client, success: true });
      case 'GET impot-sync/v1/clients/*':
        return client
          ? respond(200, { data: extensionClient(client) }, { etag: `"${client.version}"` })
          : respond(404, problem(404, 'not-found'));
      case 'PATCH impot-sync/v1/clients/*':
        if (!client) return respond(404, problem(404, 'not-found'));
        if (request.headers?.['if-match'] !== `"${client.version}"`)
          return respond(412, problem(412, 'precondition-failed'));
        Object.assign(client, body, { version: client.version + 1 });
        return respond(200, { data: extensionClient(client) }, { etag: `"${client.version}"` });
      case 'GET impot-sync/v1/clients':
        return respond(200, { data: this.clients.map(extensionClient), nextCursor: null });
      case 'GET impot-sync/v1/invitations':
        return respond(200, {
          data: this.invitations.map((one) => ({ ...one, status: 'invited', createdAt: INSTANT })),
          nextCursor: null,
        });
      case 'POST impot-sync/v1/invitations':
        return this.#invite(body);
      case 'HEAD impot-sync/v1/uploads/*':
      case 'PUT impot-sync/v1/uploads/*':
        return this.#upload(id, request);
      case 'POST impot-sync/v1/envelopes':
        return this.#draft(body);
      case 'GET impot-sync/v1/envelopes/*':
        return envelope ? respond(200, { data: wireEnvelope(envelope) }) : respond(404, problem(404, 'not-found'));
      case 'DELETE impot-sync/v1/envelopes/*': {
        if (!envelope) return respond(404, problem(404, 'not-found'));
        const made = this.#keys.get(request.headers?.['idempotency-key'] ?? '');
        const isTheirs = made?.answer.kind !== 'response' || !made.answer.body.includes(`"${envelope.id}"`);
        if (isTheirs) return respond(409, problem(409, 'made-under-another-key'));
        if (envelope.status !== 'draft') return respond(409, problem(409, 'already-sent'));
        this.envelopes.splice(this.envelopes.indexOf(envelope), 1);
        return respond(204, null);
      }
      case 'POST impot-sync/v1/envelopes/*/send':
        if (!envelope) return respond(404, problem(404, 'not-found'));
        if (envelope.status === 'draft') {
          for (const { email } of envelope.body.recipients) this.mail.push({ to: email, about: envelope.id });
        }
        envelope.status = 'sent';
        return respond(200, { data: wireEnvelope(envelope) });
      case 'GET impot-sync/v1/deliveries': {
        const year = Number(new URLSearchParams(query).get('taxYear'));
        const data = this.envelopes.flatMap(({ id: envelopeId, status, body: { documents } }) =>
          documents
            .filter(({ taxYear }) => taxYear === year)
            .map(({ deliveryKey }) => ({
              deliveryKey,
              envelopeId,
              deliveredAt: INSTANT,
              deliveredBy: 'office',
              sentAt: status === 'draft' ? null : INSTANT,
            })),
        );
        return respond(200, { data, nextCursor: null });
      }
      default:
        return respond(404, problem(404, 'not-found'));
    }
  }

  #invite(body: { email: string; clientIds: number[]; language: string }): HttpAnswer {
    const known = this.invitations.find(({ email }) => email.toLowerCase() === body.email.toLowerCase());
    if (known) {
      known.clientIds.push(...body.clientIds.filter((one) => !known.clientIds.includes(one)));
      return respond(200, { data: { ...known, status: 'invited', createdAt: INSTANT } });
    }
    const made = { id: `inv-${this.#nextId++}`, ...body };
    this.invitations.push(made);
    this.mail.push({ to: body.email, about: made.id });
    return respond(201, { data: { ...made, status: 'invited', createdAt: INSTANT } });
  }

  #upload(digest: string, request: HttpRequest): HttpAnswer {
    const there = this.uploads.get(digest);
    if (request.method === 'HEAD') {
      if (!there) return respond(404, problem(404, 'not-found'));
      return respond(200, null, {
        'upload-offset': String(there.bytes.length),
        'upload-complete': there.complete ? '?1' : '?0',
      });
    }
    if (there?.complete) return respond(201, null, { 'upload-offset': String(there.total), 'upload-complete': '?1' });
    const range = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(request.headers?.['content-range'] ?? '');
    const start = Number(range?.[1] ?? 0);
    const bytes = there?.bytes ?? [];
    if (start !== bytes.length)
      return respond(409, problem(409, 'upload-offset-mismatch'), { 'upload-offset': String(bytes.length) });
    const part = typeof request.body === 'object' ? request.body : new Uint8Array();
    const all = [...bytes, ...part];
    const total = Number(range?.[3] ?? all.length);
    if (all.length < total) {
      this.uploads.set(digest, { bytes: all, total, complete: false });
      return respond(202, null, { 'upload-offset': String(all.length), 'upload-complete': '?0' });
    }
    if (sha256(Uint8Array.from(all)) !== digest) {
      this.uploads.delete(digest);
      return respond(422, problem(422, 'digest-mismatch'));
    }
    this.uploads.set(digest, { bytes: all, total, complete: true });
    return respond(201, null, { 'upload-offset': String(total), 'upload-complete': '?1' });
  }

  #draft(body: Envelope['body']): HttpAnswer {
    const missing = body.documents.some((document) => !this.uploads.get(document.sha256)?.complete);
    if (missing) return respond(409, problem(409, 'upload-missing'));
    const invited = body.recipients.every((one) => this.invitations.some(({ email }) => email === one.email));
    if (!invited) return respond(409, problem(409, 'recipient-not-invited'));
    const taken = this.envelopes.find((one) =>
      one.body.documents.some(({ deliveryKey }) =>
        body.documents.some((document) => document.deliveryKey === deliveryKey),
      ),
    );
    if (taken) {
      const sentAt = taken.status === 'draft' ? null : INSTANT;
      return respond(409, {
        ...problem(409, 'already-delivered'),
        envelopeId: taken.id,
        deliveredAt: INSTANT,
        deliveredBy: 'office',
        sentAt,
      });
    }
    const made: Envelope = { id: `env-${this.#nextId++}`, status: 'draft', body };
    this.envelopes.push(made);
    return respond(201, { data: wireEnvelope(made) });
  }
}

const INSTANT = '2026-03-15T12:00:00Z';
const cut: HttpAnswer = { kind: 'no-answer', offline: false, timeout: false };

function respond(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): HttpAnswer {
  return { kind: 'response', status, headers, body: body === null ? '' : JSON.stringify(body) };
}

const problem = (status: number, code: string) => ({
  type: 'about:blank',
  title: code,
  status,
  code,
  detail: `says ${code}`,
});

const extensionClient = ({ id, name, email, language, accountManagerId, version }: Client) => ({
  id,
  name,
  email,
  language,
  accountManagerId,
  invitation: 'none',
  etag: `"${version}"`,
});

const wireEnvelope = ({ id, status, body }: Envelope) => ({
  id,
  status,
  ...body,
  documents: body.documents.map((document, index) => ({ ...document, id: `doc-${index}` })),
  createdAt: INSTANT,
  sentAt: status === 'sent' ? INSTANT : null,
});
