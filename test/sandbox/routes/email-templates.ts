import type { Hono } from 'hono';
import type { Selectable } from 'kysely';
import type { EmailTemplateCreate, EmailTemplatePatch } from '../../../src/contract/email-template.schema';
import { emailTemplateCreateSchema, emailTemplatePatchSchema } from '../../../src/contract/email-template.schema';
import { etagOf, requireMatch } from '../conditional';
import type { SandboxContext } from '../context';
import type { Db, Tx } from '../database';
import { nextNumber, transact } from '../database';
import { isSensitiveSubject } from '../email-text';
import { once } from '../idempotency';
import { inSlice, readSlice, slicePage } from '../paging';
import { Refusal } from '../problems';
import { invalidBody, readJson } from '../read-body';
import type { SandboxSchema } from '../schema';

type Row = Selectable<SandboxSchema['email_templates']>;

/** E-mail templates, as French and English pairs. */
export function emailTemplateRoutes(extension: Hono, context: SandboxContext): void {
  const { db } = context;

  extension.get('/email-templates', async (c) => {
    const slice = readSlice(c.req.query());
    const rows = await db.selectFrom('email_templates').selectAll().$call(inSlice('position', slice)).execute();
    return c.json(slicePage(rows, slice, (row) => row.position, toWire));
  });

  extension.get('/email-templates/:id', async (c) => {
    const row = await find(db, c.req.param('id'));
    return c.json({ data: toWire(row) }, 200, { ETag: etagOf(row.version) });
  });

  extension.post('/email-templates', (c) =>
    once(c, context, emailTemplateCreateSchema, async (tx, body) => {
      requireNeutralSubject(body);
      const position = await nextPosition(tx);
      const id = context.newId('tpl');
      const blank = { id, position, name: body.name, is_default: 0, version: 0, default_for: '[]' };
      await tx
        .insertInto('email_templates')
        .values({ ...blank, subject_fr: '', subject_en: '', body_fr: '', body_en: '' })
        .execute();
      const row = await change(tx, await find(tx, id), body);
      return { status: 201, body: { data: toWire(row) }, headers: { ETag: etagOf(row.version) } };
    }),
  );

  extension.patch('/email-templates/:id', async (c) => {
    const body = await readJson(emailTemplatePatchSchema, c.req.raw);
    requireNeutralSubject(body);
    const row = await transact(db, async (tx) => {
      const before = await find(tx, c.req.param('id'));
      requireMatch(c.req.raw, etagOf(before.version));
      return change(tx, before, body);
    });
    return c.json({ data: toWire(row) }, 200, { ETag: etagOf(row.version) });
  });
}

const toWire = (row: Row) => ({
  id: row.id,
  name: row.name,
  isDefault: row.is_default === 1,
  defaultFor: JSON.parse(row.default_for) as string[],
  subject: { fr: row.subject_fr, en: row.subject_en },
  body: { fr: row.body_fr, en: row.body_en },
  etag: etagOf(row.version),
});

async function find(db: Db | Tx, id: string): Promise<Row> {
  const row = await db.selectFrom('email_templates').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new Refusal('not-found');
  return row;
}

/** The templates of the first start have positions of their own. */
async function nextPosition(tx: Tx): Promise<number> {
  const last = await tx
    .selectFrom('email_templates')
    .select((eb) => eb.fn.max('position').as('position'))
    .executeTakeFirst();
  return Math.max(Number(last?.position ?? 0) + 1, await nextNumber(tx, 'email_templates'));
}

function requireNeutralSubject({ subject }: EmailTemplatePatch): void {
  const errors = (['fr', 'en'] as const).flatMap((language) =>
    subject !== undefined && isSensitiveSubject(subject[language])
      ? [{ path: `subject.${language}`, message: 'shows an amount, a number or a form' }]
      : [],
  );
  if (errors.length > 0) throw invalidBody(errors);
}

/** What becomes the default here stops being it elsewhere, in the same transaction. */
async function change(tx: Tx, row: Row, body: EmailTemplatePatch | EmailTemplateCreate): Promise<Row> {
  for (const other of await tx.selectFrom('email_templates').selectAll().where('id', '!=', row.id).execute()) {
    const held = JSON.parse(other.default_for) as string[];
    const kept = held.filter((code) => !(body.defaultFor ?? []).includes(code));
    const isDefault = body.isDefault === true ? 0 : other.is_default;
    if (kept.length === held.length && isDefault === other.is_default) continue;
    await tx
      .updateTable('email_templates')
      .set({ is_default: isDefault, default_for: JSON.stringify(kept), version: other.version + 1 })
      .where('id', '=', other.id)
      .execute();
  }
  return tx
    .updateTable('email_templates')
    .set({
      name: body.name ?? row.name,
      is_default: body.isDefault === undefined ? row.is_default : Number(body.isDefault),
      default_for: body.defaultFor === undefined ? row.default_for : JSON.stringify([...new Set(body.defaultFor)]),
      subject_fr: body.subject?.fr ?? row.subject_fr,
      subject_en: body.subject?.en ?? row.subject_en,
      body_fr: body.body?.fr ?? row.body_fr,
      body_en: body.body?.en ?? row.body_en,
      version: row.version + 1,
    })
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}
