import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import * as z from 'zod/mini';
import { API_BASE, EXTENSION_BASE, ROUTES } from '../../src/contract/routes';
import { digestAnswer } from './answer-digest';
import { requireKey } from './auth';
import { changeClient, idFrom } from './client-store';
import type { SandboxContext } from './context';
import { transact } from './database';
import { faultsAndLog } from './fault-middleware';
import { faultRulesSchema } from './faults';
import { problemResponse, Refusal } from './problems';
import { readJson } from './read-body';
import { recordAct } from './recipient-acts';
import { recipientRoutes } from './recipient/routes';
import { capabilityRoutes } from './routes/capabilities';
import { clientRoutes } from './routes/clients';
import { companyRoutes } from './routes/company';
import { deliveryRoutes } from './routes/deliveries';
import { deviceKeyRoutes } from './routes/device-keys';
import { emailTemplateRoutes } from './routes/email-templates';
import { envelopeFollowUpRoutes } from './routes/envelope-follow-up';
import { envelopeRoutes } from './routes/envelopes';
import { extensionClientRoutes } from './routes/extension-clients';
import { extensionTaskRoutes } from './routes/extension-tasks';
import { intakeRoutes, publicIntakeRoute } from './routes/intake';
import { invitationRoutes } from './routes/invitations';
import { mailRoutes } from './routes/mail';
import { officeRoutes } from './routes/office';
import { referenceRoutes } from './routes/reference';
import { reminderRoutes } from './routes/reminders';
import { settingRoutes } from './routes/settings';
import { taskRoutes } from './routes/tasks';
import { uploadRoutes } from './routes/uploads';
import { COMMON_HEADERS } from './security-headers';
import { serveFile } from './static-files';

/** GEM-BOOKS as documented, our extension, and the built app, on one origin. */
export function createSandboxApp(context: SandboxContext): Hono<{ Bindings: Partial<HttpBindings> }> {
  const app = new Hono<{ Bindings: Partial<HttpBindings> }>();
  app.use(async (c, next) => {
    await next();
    const headers = new Headers(c.res.headers);
    // A file for other sites says so itself.
    for (const [name, value] of Object.entries(COMMON_HEADERS)) if (!headers.has(name)) headers.set(name, value);
    if (/^\/(api|sandbox)(\/|$)/.test(c.req.path)) headers.set('Cache-Control', 'no-store');
    // As the web servers of docs/deployment: a browser repeats a request on a connection that served before.
    if (c.req.path.startsWith(API_BASE)) headers.set('Connection', 'close');
    c.res = new Response(c.res.body, { status: c.res.status, headers });
  });
  app.use(faultsAndLog(context, async (request, env) => app.fetch(request, env)));
  app.use(`${API_BASE}${EXTENSION_BASE}*`, digestAnswer);
  if (context.settings.extension) app.route(`${API_BASE}${EXTENSION_BASE}`, publicApi(context));
  app.use(`${API_BASE}*`, requireKey(context));
  app.route(API_BASE, documentedApi(context));
  if (context.settings.extension) app.route(`${API_BASE}${EXTENSION_BASE}`, extensionApi(context));
  app.all(`${API_BASE}*`, (c) => problemForPath(context, c.req.path));
  app.use('/sandbox/*', requireKey(context));
  app.route('/sandbox', controls(context));
  /** Deployment configuration: how the page is connected without typing a key. A real office's file has no key. */
  app.get('/config.json', (c) =>
    c.json({ apiBase: API_BASE, apiKey: context.settings.key, sandbox: true }, 200, { 'Cache-Control': 'no-cache' }),
  );
  if (context.settings.extension) recipientRoutes(app, context);
  app.get('*', (c) => serveFile(context.settings.dist, c.req.raw));
  app.onError((error) => {
    if (error instanceof Refusal) return problemResponse(error.code, error.extras);
    console.error(error);
    return problemResponse('internal-error');
  });
  return app;
}

function documentedApi(context: SandboxContext): Hono {
  const api = new Hono();
  companyRoutes(api, context);
  clientRoutes(api, context);
  taskRoutes(api, context);
  reminderRoutes(api, context);
  return api;
}

function extensionApi(context: SandboxContext): Hono {
  const extension = new Hono();
  capabilityRoutes(extension, context);
  referenceRoutes(extension, context);
  extensionClientRoutes(extension, context);
  invitationRoutes(extension, context);
  uploadRoutes(extension, context);
  envelopeRoutes(extension, context);
  deliveryRoutes(extension, context);
  officeRoutes(extension, context);
  envelopeFollowUpRoutes(extension, context);
  emailTemplateRoutes(extension, context);
  extensionTaskRoutes(extension, context);
  intakeRoutes(extension, context);
  deviceKeyRoutes(extension, context);
  settingRoutes(extension, context);
  mailRoutes(extension, context);
  return extension;
}

/** Without a key. */
function publicApi(context: SandboxContext): Hono {
  const open = new Hono();
  publicIntakeRoute(open, context);
  return open;
}

const actSchema = z.discriminatedUnion('kind', [
  z.strictObject({ recipientId: z.string(), kind: z.literal('opened') }),
  z.strictObject({ recipientId: z.string(), kind: z.literal('signed') }),
  z.strictObject({ recipientId: z.string(), kind: z.literal('refused'), reason: z.string() }),
]);

const handChangeSchema = z.strictObject({ name: z.optional(z.string()), email: z.optional(z.string()) });

/** For tests: script faults at run time, and read what came. */
function controls(context: SandboxContext): Hono {
  const sandbox = new Hono();
  sandbox.post('/faults', async (c) => {
    const rules = await readJson(faultRulesSchema, c.req.raw);
    context.faults.replace(rules);
    return c.json({ data: { rules: rules.length } });
  });
  /** A recipient opens, signs or refuses, as by their own page. */
  sandbox.post('/envelopes/:id/acts', async (c) => {
    const { recipientId, ...act } = await readJson(actSchema, c.req.raw);
    const row = await transact(context.db, (tx) => recordAct(tx, context, c.req.param('id'), recipientId, act));
    return c.json({ data: { id: row.id, status: row.status } });
  });
  /** What a person changes by hand in GEM-BOOKS itself, which no documented route can. */
  sandbox.patch('/clients/:id', async (c) => {
    const changes = await readJson(handChangeSchema, c.req.raw);
    const id = idFrom(c.req.param('id'));
    const data = id === null ? null : await transact(context.db, (tx) => changeClient(tx, id, changes));
    if (data === null) throw new Refusal('not-found');
    return c.json({ data });
  });
  /** The second channel: text messages with one-time codes. */
  sandbox.get('/texts', async (c) => {
    const rows = await context.db.selectFrom('text_messages').selectAll().orderBy('seq').execute();
    return c.json({ data: rows.map(({ phone, body, created_at }) => ({ phone, body, createdAt: created_at })) });
  });
  sandbox.get('/log', (c) => c.json({ data: context.log.entries() }));
  return sandbox;
}

/** 405 with Allow where the path is one of ours under another method; 404 otherwise. */
function problemForPath({ settings }: SandboxContext, path: string): Response {
  const places = path.slice(API_BASE.length).split('/');
  const methods = ROUTES.filter((route) => settings.extension || !route.path.startsWith(EXTENSION_BASE))
    .filter((route) => {
      const template = route.path.split('/');
      return (
        template.length === places.length && template.every((part, i) => part.startsWith('{') || part === places[i])
      );
    })
    .map(({ method }) => method);
  return methods.length === 0
    ? problemResponse('not-found')
    : problemResponse('method-not-allowed', { headers: { Allow: [...new Set(methods)].join(', ') } });
}
