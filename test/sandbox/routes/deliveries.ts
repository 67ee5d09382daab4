import type { Hono } from 'hono';
import type { SandboxContext } from '../context';
import { deliveryOf } from '../envelope-store';
import { inSlice, readSlice, slicePage } from '../paging';
import { Refusal } from '../problems';

export function deliveryRoutes(extension: Hono, { db }: SandboxContext): void {
  extension.get('/deliveries', async (c) => {
    const slice = readSlice(c.req.query());
    const taxYear = c.req.query('taxYear');
    if (taxYear !== undefined && !/^\d{4}$/.test(taxYear))
      throw new Refusal('invalid-query', { detail: 'taxYear is four digits' });
    const rows = await db
      .selectFrom('deliveries')
      .innerJoin('envelope_documents', 'envelope_documents.id', 'deliveries.document_id')
      .innerJoin('envelopes', 'envelopes.id', 'envelope_documents.envelope_id')
      .select([
        'envelope_documents.seq as seq',
        'deliveries.delivery_key',
        'envelope_id',
        'created_at',
        'created_by',
        'sent_at',
      ])
      .$call(inSlice('envelope_documents.seq', slice))
      .$if(taxYear !== undefined, (query) => query.where('tax_year', '=', Number(taxYear)))
      .execute();
    return c.json(slicePage(rows, slice, (row) => row.seq, deliveryOf));
  });
}
