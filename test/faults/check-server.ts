import { createHash } from 'node:crypto';
import Libsql from 'libsql';
import type { Work } from './make-work';
import { Tally } from './tally';
import type { Verdict } from './tally';

interface ClientRow {
  readonly code: string;
  readonly name: string;
  readonly email: string;
  readonly data: string;
}

/**
 * The server's database against what was confirmed: every client once, with its values; every invitation, envelope and
 * e-mail once; every document's bytes by their digest. Whatever nobody asked for counts as doubled.
 */
export function checkServer(path: string, work: Work): Verdict {
  const file = new Libsql(path, { readonly: true });
  const all = <T>(sql: string): T[] => file.prepare(sql).all() as T[];
  const tally = new Tally();
  const clients = all<ClientRow>('SELECT code, name, email, data FROM clients');
  for (const { code, name, email, address } of work.people) {
    const found = clients.filter((one) => one.code === code);
    const [one] = found;
    const data = JSON.parse(one?.data ?? '{}') as { address?: string; email?: string };
    const isRight = one?.name === name && one.email === email && data.address === address;
    tally.judge(found.length, { isRight, counts: true });
  }
  tally.expectAtMost(clients.length, work.people.length);

  const mail = all<{ kind: string; recipient: string; envelope_id: string | null }>('SELECT * FROM mail');
  const emails = new Map(work.people.map(({ code, email }) => [code, email]));
  const invitations = all<{ email: string }>('SELECT email FROM invitations');
  const documents = all<{
    delivery_key: string;
    sha256: string;
    envelope_id: string;
    status: string;
    recipients: string;
    code: string;
  }>(`SELECT d.delivery_key, d.sha256, d.envelope_id, e.status, e.recipients, c.code FROM envelope_documents d
      JOIN envelopes e ON e.id = d.envelope_id JOIN clients c ON c.id = e.client_id`);
  for (const { deliveryKey, sha256, code } of work.deliveries) {
    const email = emails.get(code) ?? '';
    tally.judge(invitations.filter((one) => one.email === email).length);
    tally.judge(mail.filter(({ kind, recipient }) => kind === 'invitation' && recipient === email).length);
    const found = documents.filter((one) => one.delivery_key === deliveryKey);
    const [one] = found;
    tally.judge(mail.filter(({ envelope_id }) => envelope_id !== null && envelope_id === one?.envelope_id).length);
    const bytes = file.prepare('SELECT bytes FROM upload_parts WHERE sha256 = ? ORDER BY start').all(sha256) as {
      bytes: Uint8Array;
    }[];
    const digest = createHash('sha256');
    for (const part of bytes) digest.update(new Uint8Array(part.bytes));
    const isRight =
      one?.sha256 === sha256 && digest.digest('hex') === sha256 && one.status === 'sent' && one.code === code;
    tally.judge(found.length, { isRight: isRight && one.recipients.includes(email), counts: true });
  }
  const count = (table: string): number => all<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)[0]?.n ?? 0;
  tally.expectAtMost(count('envelopes'), work.deliveries.length);
  tally.expectAtMost(invitations.length, work.deliveries.length);
  file.close();
  return tally.verdict();
}
