import type { Context, Hono } from 'hono';
import { intakeCreateSchema } from '../../../src/contract/intake.schema';
import type { SandboxContext } from '../context';
import { nextNumber, transact } from '../database';
import { settleIntake } from '../intake';
import { inSlice, readSlice, slicePage } from '../paging';
import { problemResponse, Refusal } from '../problems';
import { parseBody, readBytes } from '../read-body';

const FORM_LIMIT = 16 * 1024;
const MINUTE_MS = 60_000;

/** Always these bytes, whoever asked: nothing in them, nor in when they leave, tells who is a client. */
const RECEIVED = '{"data":{"received":true}}';
const RECEIVED_PAGE =
  '<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Demande reçue</title><h1>Demande reçue</h1><p>Merci. Nous vous écrirons à l’adresse donnée.</p><p lang="en">Thank you. We will write to the address you gave.</p></html>';

/** The website form, open to anyone. */
export function publicIntakeRoute(api: Hono, context: SandboxContext): void {
  const isAllowed = limiter(context);

  api.options('/intake/:form', () => new Response(null, { status: 204, headers: CORS }));
  /** Refusals are read from another origin too. */
  api.post('/intake/:form', async (c) => {
    try {
      return await receive(c);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return problemResponse(error.code, { ...error.extras, headers: { ...error.extras.headers, ...CORS } });
    }
  });

  async function receive(c: Context): Promise<Response> {
    if (c.req.param('form') !== context.settings.intakeForm) throw new Refusal('not-found');
    if (!isAllowed(sender(c))) throw new Refusal('too-many-requests', { headers: { 'Retry-After': '60' } });
    const isForm = /^application\/x-www-form-urlencoded\s*(;|$)/i.test(c.req.header('Content-Type') ?? '');
    const isJson = /^application\/json\s*(;|$)/i.test(c.req.header('Content-Type') ?? '');
    if (!isForm && !isJson) throw new Refusal('unsupported-media-type');
    const bytes = await readBytes(c.req.raw, FORM_LIMIT);
    const body = parseBody(intakeCreateSchema, isForm ? fieldsToJson(bytes) : bytes);
    await transact(context.db, async (tx) => {
      await tx
        .insertInto('intake')
        .values({
          id: context.newId('int'),
          seq: await nextNumber(tx, 'intake'),
          name: body.name,
          email: body.email,
          phone: body.phone ?? '',
          language: body.language ?? 'fr',
          status: (body.website ?? '') === '' ? 'received' : 'set-aside',
          client_id: null,
          received_at: context.now().toISOString(),
        })
        .execute();
    });
    const work = settleIntake(context)
      .catch((error: unknown) => console.error(error))
      .finally(() => context.background.delete(work));
    context.background.add(work);
    return isForm
      ? c.html(RECEIVED_PAGE, 202, CORS)
      : c.body(RECEIVED, 202, { ...CORS, 'Content-Type': 'application/json' });
  }
}

export function intakeRoutes(extension: Hono, { db }: SandboxContext): void {
  extension.get('/intake', async (c) => {
    const slice = readSlice(c.req.query());
    const rows = await db.selectFrom('intake').selectAll().$call(inSlice('seq', slice)).execute();
    return c.json(
      slicePage(
        rows,
        slice,
        (row) => row.seq,
        ({ id, name, email, phone, language, status, client_id, received_at }) => ({
          ...{ id, name, email, phone, language, status },
          clientId: client_id,
          receivedAt: received_at,
        }),
      ),
    );
  });
}

const CORS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'POST',
  'Access-Control-Allow-Headers': 'Content-Type',
  'Access-Control-Max-Age': '86400',
} as const;

/** A form's fields as the JSON they stand for: a ticked box says `on`, an empty optional field nothing. */
function fieldsToJson(bytes: Uint8Array): Uint8Array {
  const fields = [...new URLSearchParams(new TextDecoder().decode(bytes))].filter(([, value]) => value !== '');
  const values = fields.map(([name, value]) => [name, name === 'consent' ? /^(on|true|1)$/.test(value) : value]);
  return new TextEncoder().encode(JSON.stringify(Object.fromEntries(values)));
}

/** Whom the limit counts: the address of the connection. Behind a proxy, the proxy must limit. */
const sender = (c: Context): string =>
  (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket?.remoteAddress ?? '';

/** At most so many in the last minute, by sender; in memory. */
function limiter({ settings, now }: SandboxContext): (sender: string) => boolean {
  const times = new Map<string, number[]>();
  return (sender) => {
    const at = now().getTime();
    const recent = (times.get(sender) ?? []).filter((time) => at - time < MINUTE_MS);
    if (recent.length >= settings.intakePerMinute) return false;
    times.set(sender, [...recent, at]);
    return true;
  };
}
