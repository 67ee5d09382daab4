import type { HttpBindings } from '@hono/node-server';
import type { Context, Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { html } from 'hono/html';
import type { SandboxContext } from '../context';
import { transact } from '../database';
import { pdfResponse, uploadedBytes } from '../envelope-store';
import { Refusal } from '../problems';
import { recordAct } from '../recipient-acts';
import type { SandboxSchema } from '../schema';
import { enterCode, findSession, leave, openSession, sendCode, speak } from './gate';
import { PORTAL_PATH } from './link';
import { codePage, envelopePage, listPage, lostPage, whoPage } from './pages';
import { peopleOf } from './people';
import type { Person } from './people';
import { shownTo } from './shown';
import { STYLE } from './style';
import type { Words } from './words';
import { WORDS } from './words';

const COOKIE = 'destinataire';

/** No script at all; forms and frames of this origin only. */
const HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; form-action 'self'; frame-src 'self'; object-src 'self'; base-uri 'none'; frame-ancestors 'self'",
  'Cache-Control': 'no-store',
  'X-Robots-Tag': 'noindex',
};

type App = Hono<{ Bindings: Partial<HttpBindings> }>;

/** Somebody at the door: behind a link, and perhaps behind a code. */
interface Visitor {
  readonly session: SandboxSchema['recipient_sessions'];
  readonly language: 'fr' | 'en';
  readonly t: Words;
  readonly people: readonly Person[];
  /** Who passed the gate. */
  readonly person: Person | null;
}

/** The recipient's pages: link, code, documents, signature or refusal. Server-rendered, without script. */
export function recipientRoutes(app: App, context: SandboxContext): void {
  app.get(`${PORTAL_PATH}/style.css`, (c) => c.body(STYLE, 200, { 'Content-Type': 'text/css; charset=utf-8' }));

  app.get(`${PORTAL_PATH}/lien/:secret`, async (c) => {
    const invitation = await context.db
      .selectFrom('invitations')
      .selectAll()
      .where('secret', '=', c.req.param('secret'))
      .executeTakeFirst();
    if (invitation === undefined) return lost(c, 404);
    const token = await openSession(context, invitation);
    setCookie(c, COOKIE, token, { httpOnly: true, sameSite: 'Lax', path: PORTAL_PATH });
    return c.redirect(`${PORTAL_PATH}/`, 303);
  });

  app.get(PORTAL_PATH, (c) => c.redirect(`${PORTAL_PATH}/`, 303));
  app.get(
    `${PORTAL_PATH}/`,
    inside(async (c, { language, people, person, session }) => {
      if (person !== null) return show(c, listPage(language, person.name, await shownTo(context.db, person)));
      return show(c, session.code_digest === null ? whoPage(language, people, null) : codePage(language, null));
    }),
  );

  app.post(
    `${PORTAL_PATH}/langue`,
    inside(async (c, { session }) => {
      await speak(context, session, (await field(c, 'language')) === 'en' ? 'en' : 'fr');
      return c.redirect(`${PORTAL_PATH}/`, 303);
    }),
  );

  app.post(
    `${PORTAL_PATH}/code`,
    inside(async (c, { session, language, t, people }) => {
      const key = await field(c, 'person');
      const person = people.find((one) => one.key === key);
      const sent = person === undefined ? 'no-number' : await sendCode(context, session, person);
      if (sent === 'sent') return c.redirect(`${PORTAL_PATH}/`, 303);
      return show(c, whoPage(language, people, sent === 'too-many' ? t.tooMany : t.noNumber), 409);
    }),
  );

  app.post(
    `${PORTAL_PATH}/entrer`,
    inside(async (c, { session, language, t, people }) => {
      const entered = await enterCode(context, session, await field(c, 'code'));
      if (entered === 'passed') return c.redirect(`${PORTAL_PATH}/`, 303);
      if (entered === 'wrong') return show(c, codePage(language, t.wrong), 403);
      return show(c, whoPage(language, people, t.expired), 403);
    }),
  );

  app.post(
    `${PORTAL_PATH}/retour`,
    inside(async (c, { session }) => {
      await again(session);
      return c.redirect(`${PORTAL_PATH}/`, 303);
    }),
  );

  app.post(
    `${PORTAL_PATH}/quitter`,
    inside(async (c, { session, language, t }) => {
      await leave(context, session);
      deleteCookie(c, COOKIE, { path: PORTAL_PATH });
      return show(c, lostPage(language, t.noLink, t.noLinkHelp));
    }),
  );

  app.get(
    `${PORTAL_PATH}/envois/:id`,
    mine(async (c, { language }, person, [row, recipientId]) => {
      await act(row.id, recipientId, { kind: 'opened' });
      return showEnvelope(c, language, person, row.id, null);
    }),
  );

  app.get(
    `${PORTAL_PATH}/envois/:id/documents/:document`,
    mine(async (c, { language, t }, _person, [row]) => {
      const document = await context.db
        .selectFrom('envelope_documents')
        .leftJoin('signed_copies', 'signed_copies.document_id', 'envelope_documents.id')
        .select([
          'envelope_documents.sha256 as sha256',
          'signed_copies.sha256 as signed',
          'signed_copies.bytes as bytes',
        ])
        .where('envelope_documents.id', '=', c.req.param('document') ?? '')
        .where('envelope_id', '=', row.id)
        .executeTakeFirst();
      if (document === undefined) return show(c, lostPage(language, t.notYours, t.noLinkHelp), 404);
      const { bytes, signed, sha256 } = document;
      const answer =
        bytes !== null && signed !== null
          ? pdfResponse(new Uint8Array(bytes), signed)
          : pdfResponse(await uploadedBytes(context.db, sha256), sha256);
      for (const [name, value] of Object.entries(HEADERS)) answer.headers.set(name, value);
      return answer;
    }),
  );

  app.post(
    `${PORTAL_PATH}/envois/:id/signer`,
    mine(async (c, { language, t }, person, [row, recipientId]) => {
      const form = await c.req.parseBody();
      const isAgreed = form['agree'] === 'on' && sameWords(String(form['typed'] ?? ''), person.name);
      if (!isAgreed) return showEnvelope(c, language, person, row.id, t.mustAgree, 422);
      const [shown] = (await shownTo(context.db, person)).filter(({ id }) => id === row.id);
      if (shown?.canAct === true) await act(row.id, recipientId, { kind: 'signed' });
      return c.redirect(`${PORTAL_PATH}/envois/${row.id}`, 303);
    }),
  );

  app.post(
    `${PORTAL_PATH}/envois/:id/refuser`,
    mine(async (c, { language, t }, person, [row, recipientId]) => {
      const reason = (await field(c, 'reason')).trim().slice(0, 500);
      if (reason === '') return showEnvelope(c, language, person, row.id, t.mustSay, 422);
      await act(row.id, recipientId, { kind: 'refused', reason });
      return c.redirect(`${PORTAL_PATH}/envois/${row.id}`, 303);
    }),
  );

  function inside(handle: (c: Context, visitor: Visitor) => Promise<Response>) {
    return async (c: Context): Promise<Response> => {
      const site = c.req.header('Sec-Fetch-Site');
      if (c.req.method === 'POST' && site !== undefined && site !== 'same-origin') return lost(c, 403);
      const session = await findSession(context, getCookie(c, COOKIE));
      if (session === null) return lost(c, 401);
      const invitation = await context.db
        .selectFrom('invitations')
        .selectAll()
        .where('id', '=', session.invitation_id)
        .executeTakeFirstOrThrow();
      const people = await peopleOf(context.db, invitation);
      const language = session.language === 'en' ? 'en' : 'fr';
      const person = session.passed_at === null ? undefined : people.find(({ key }) => key === session.person);
      return handle(c, { session, language, t: WORDS[language], people, person: person ?? null });
    };
  }

  /** An envelope of the person who passed the gate; the same page for another's and for one that does not exist. */
  function mine(
    handle: (c: Context, visitor: Visitor, person: Person, place: Person['envelopes'][number]) => Promise<Response>,
  ) {
    return inside(async (c, visitor) => {
      const { person, language, t } = visitor;
      if (person === null) return lost(c, 401);
      const place = person.envelopes.find(([{ id }]) => id === c.req.param('id'));
      return place === undefined
        ? show(c, lostPage(language, t.notYours, t.noLinkHelp), 404)
        : handle(c, visitor, person, place);
    });
  }

  /** Does nothing where the envelope no longer waits for them: the page then says how it stands. */
  async function act(id: string, recipientId: string, what: Parameters<typeof recordAct>[4]): Promise<void> {
    try {
      await transact(context.db, (tx) => recordAct(tx, context, id, recipientId, what));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }

  async function again({ id }: Visitor['session']): Promise<void> {
    await context.db
      .updateTable('recipient_sessions')
      .set({ person: null, code_digest: null, passed_at: null })
      .where('id', '=', id)
      .execute();
  }

  async function showEnvelope(
    c: Context,
    language: 'fr' | 'en',
    person: Person,
    id: string,
    problem: string | null,
    status: 200 | 422 = 200,
  ): Promise<Response> {
    const shown = (await shownTo(context.db, person)).find((one) => one.id === id);
    return shown === undefined ? lost(c, 404) : show(c, envelopePage(language, person.name, shown, problem), status);
  }
}

/** Letters and digits alone: nobody is refused for an accent or a hyphen. */
function sameWords(one: string, other: string): boolean {
  const plain = (text: string) =>
    text
      .normalize('NFD')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, '');
  return plain(one) === plain(other) && plain(one) !== '';
}

async function field(c: Context, name: string): Promise<string> {
  const value = (await c.req.parseBody())[name];
  return typeof value === 'string' ? value : '';
}

const show = async (c: Context, page: ReturnType<typeof html>, status: 200 | 401 | 403 | 404 | 409 | 422 = 200) =>
  c.html(page, status, HEADERS);

/** In the reader's own language as the browser tells it, French otherwise. */
function lost(c: Context, status: 401 | 403 | 404): Promise<Response> {
  const language = /^en\b/i.test(c.req.header('Accept-Language') ?? '') ? 'en' : 'fr';
  const { noLink, noLinkHelp } = WORDS[language];
  return show(c, lostPage(language, noLink, noLinkHelp), status);
}
