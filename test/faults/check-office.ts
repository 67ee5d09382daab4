import { createHash } from 'node:crypto';
import Libsql from 'libsql';
import type { SeedOffice } from './make-office';
import { Tally } from './tally';
import type { Verdict } from './tally';

interface SentDocument {
  readonly sha256: string;
  readonly envelope_id: string;
  readonly status: string;
  readonly recipients: string;
  readonly code: string;
}

/**
 * The server's database against the files that were dropped: every client once, with its values; for every form one
 * invitation, one envelope sent, one e-mail of each, and the bytes of the form as a prefix of what was delivered.
 */
export function checkOffice(path: string, office: SeedOffice): Verdict {
  const file = new Libsql(path, { readonly: true });
  const all = <T>(sql: string, ...values: unknown[]): T[] => file.prepare(sql).all(...values) as T[];
  const tally = new Tally();
  const clients = all<{ code: string; name: string; email: string; data: string }>(
    'SELECT code, name, email, data FROM clients',
  );
  const mail = all<{ kind: string; recipient: string; envelope_id: string | null }>('SELECT * FROM mail');
  const invitations = all<{ email: string }>('SELECT email FROM invitations');
  const documents = all<SentDocument>(`SELECT d.sha256, d.envelope_id, e.status, e.recipients, c.code
    FROM envelope_documents d JOIN envelopes e ON e.id = d.envelope_id JOIN clients c ON c.id = e.client_id`);
  const bytesOf = (sha256: string): Buffer =>
    Buffer.concat(
      all<{ bytes: Uint8Array }>('SELECT bytes FROM upload_parts WHERE sha256 = ? ORDER BY start', sha256).map(
        ({ bytes }) => Buffer.from(bytes),
      ),
    );

  for (const { code, name, email, address, pdf } of office.people) {
    const found = clients.filter((one) => one.code === code);
    const [client] = found;
    const data = JSON.parse(client?.data ?? '{}') as { address?: string };
    const isRight = client?.name === name && client.email === email && data.address === address;
    tally.judge(found.length, { isRight, counts: true });
    if (pdf === null) continue;

    tally.judge(invitations.filter((one) => one.email === email).length);
    tally.judge(mail.filter(({ kind, recipient }) => kind === 'invitation' && recipient === email).length);
    const sent = documents.filter((one) => one.code === code);
    const [document] = sent;
    const bytes = document === undefined ? Buffer.alloc(0) : bytesOf(document.sha256);
    const isWhole =
      document?.status === 'sent' &&
      document.recipients.includes(email) &&
      createHash('sha256').update(bytes).digest('hex') === document.sha256 &&
      bytes.subarray(0, pdf.length).equals(pdf);
    tally.judge(sent.length, { isRight: isWhole, counts: true });
    tally.judge(mail.filter((one) => one.envelope_id !== null && one.envelope_id === document?.envelope_id).length);
  }
  const forms = office.people.filter(({ pdf }) => pdf !== null).length;
  tally.expectAtMost(clients.length, office.people.length);
  tally.expectAtMost(invitations.length, forms);
  tally.expectAtMost(all('SELECT id FROM envelopes').length, forms);
  file.close();
  return tally.verdict();
}
