import type { ImportedClient } from '../../src/core/clients/client';
import type { LinkCandidate, PlanRow } from '../../src/core/clients/upsert-plan';
import type { DocumentRow } from '../../src/core/documents/document-row';
import type { BatchId, LocalClientId, OutboxEntryId, RowId } from '../../src/core/ids';
import type { OutboxEntry } from '../../src/core/outbox/outbox-entry';
import { NO_SIGNING_FACTS } from '../../src/core/clients/signing-facts';

/** Fictitious rows: every person and number here is invented. */
export const fakeClient = (name: string, changes: Partial<ImportedClient> = {}): ImportedClient => ({
  kind: 'individual',
  clientNumber: '1001',
  name: { full: name, first: null, last: null },
  sin: '046454286',
  businessNumber: null,
  programAccount: null,
  enterpriseNumber: null,
  birthDate: '1970-01-02',
  email: `${name.toLowerCase().replaceAll(/[^a-z]/gu, '')}@example.com`,
  phone: '+14185550131',
  address: {
    street: '12, rue Inventée',
    unit: null,
    city: 'Lévis',
    province: 'QC',
    postalCode: 'G6V 1A1',
    country: null,
  },
  language: 'fr',
  accountManager: null,
  household: null,
  relation: null,
  ...NO_SIGNING_FACTS,
  ...changes,
});

export const fakeCandidate = (serverId: number, name: string): LinkCandidate => ({
  serverId,
  code: `GB-${serverId}`,
  name,
  city: 'Lévis',
  email: '',
  address: '',
  zipcode: '',
  phone: '',
  changes: [{ field: 'city', before: 'Lévis', after: 'Québec' }],
});

export const fakePlanRow = (id: string, name: string, changes: Partial<PlanRow> = {}): PlanRow => ({
  id: id as RowId,
  sourceRow: 2,
  status: 'create',
  client: fakeClient(name),
  localId: `local-${id}` as LocalClientId,
  code: '1001',
  link: null,
  changes: [],
  issues: [],
  candidates: [],
  invitation: 'invite',
  ...changes,
});

export const fakeDocumentRow = (id: string, name: string | null, changes: Partial<DocumentRow> = {}): DocumentRow => ({
  id: id as RowId,
  sourceName: `${name ?? 'inconnu'} ${id}.pdf`,
  size: 12_000,
  status: name === null ? 'unmatched' : 'ready',
  naming: 'N1',
  client: name === null ? null : { id: `local-${id}` as LocalClientId, name },
  candidates: [],
  recipients:
    name === null
      ? []
      : [{ clientId: `local-${id}` as LocalClientId, role: 'taxpayer', name, email: 'a@example.com', language: 'fr' }],
  form: 'T183',
  taxYear: 2025,
  pages: [{ width: 612, height: 792, rotation: 0 }],
  placement: {
    kind: 'placed',
    basis: 'anchor-and-table',
    calibrated: false,
    fields: [{ kind: 'signature', signer: 'taxpayer', page: 1, rect: [40, 113, 190, 28] }],
  },
  concordance: { grade: 'full', evidence: [{ code: 'content-sin', supports: true, page: 1 }] },
  issues: [],
  refusal: null,
  ...changes,
});

let made = 0;

export function fakeEntry(task: OutboxEntry['task'], changes: Partial<OutboxEntry> = {}): OutboxEntry {
  made += 1;
  return {
    id: `entry-${made}` as OutboxEntryId,
    batch: 'batch-1' as BatchId,
    order: made,
    dependsOn: [],
    idempotencyKey: `key-${made}`,
    task,
    frozen: null,
    state: { kind: 'waiting' },
    attempts: 0,
    dueAt: 0,
    createdAt: Date.UTC(2026, 3, 30, 12),
    lastError: null,
    ...changes,
  };
}
