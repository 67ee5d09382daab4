import type { Generated } from 'kysely';

/** The sandbox's tables. Instants are RFC 3339 texts, flags 0 or 1, objects JSON texts: nothing only SQLite knows. */
export interface SandboxSchema {
  counters: { name: string; value: number };
  company: { id: number; data: string };
  /** `data` is the whole documented object as given; the other columns are for ordering and finding. */
  clients: {
    id: number;
    code: string;
    name: string;
    email: string;
    email_key: string;
    language: string | null;
    account_manager_id: string | null;
    version: number;
    data: string;
  };
  client_contacts: { id: number; client_id: number; data: string };
  /** `data` is the documented object; the rest is what only the extension knows. */
  tasks: {
    id: number;
    data: string;
    client_id: number | null;
    assignee_id: string | null;
    labels: Generated<string>;
    version: Generated<number>;
    updated_at: Generated<string>;
  };
  reminders: { id: number; data: string };
  account_managers: { id: string; position: number; name: string; email: string };
  email_templates: {
    id: string;
    position: number;
    name: string;
    is_default: number;
    subject_fr: string;
    subject_en: string;
    body_fr: string;
    body_en: string;
    version: Generated<number>;
    default_for: Generated<string>;
  };
  invitations: {
    id: string;
    seq: number;
    email: string;
    email_key: string;
    language: string;
    status: string;
    created_at: string;
    /** Of the link in e-mails. */
    secret: string;
  };
  /** Whoever followed a link. `id` is the digest of the cookie, `code_digest` of this session's code. */
  recipient_sessions: {
    id: string;
    invitation_id: string;
    language: string;
    person: string | null;
    code_digest: string | null;
    code_at: string | null;
    attempts: number;
    passed_at: string | null;
    created_at: string;
  };
  text_messages: {
    id: string;
    seq: number;
    invitation_id: string;
    person: string;
    phone: string;
    body: string;
    created_at: string;
  };
  invitation_clients: { invitation_id: string; client_id: number };
  uploads: { sha256: string; total: number; received: number; complete: number };
  upload_parts: { sha256: string; start: number; bytes: Uint8Array };
  envelopes: {
    id: string;
    seq: number;
    status: string;
    purpose: string;
    client_id: number;
    title: string;
    email_template_id: string;
    recipients: string;
    created_at: string;
    created_by: string;
    sent_at: string | null;
    /** Number of the last change, over all envelopes: polling goes by it. */
    change: number;
    updated_at: string;
    completed_at: string | null;
    voided_at: string | null;
    void_reason: string | null;
    last_reminder_at: string | null;
    labels: string;
    follow_up_on: string | null;
  };
  envelope_documents: {
    id: string;
    seq: number;
    envelope_id: string;
    title: string;
    form_code: string;
    tax_year: number;
    sha256: string;
    page_count: number;
    delivery_key: string;
    fields: string;
  };
  /** Keys that are taken, each by one document; gone with it, or when its envelope is voided. */
  deliveries: { delivery_key: string; document_id: string };
  envelope_events: {
    id: string;
    seq: number;
    envelope_id: string;
    kind: string;
    recipient_id: string | null;
    at: string;
    done_by: string | null;
    reason: string | null;
  };
  recipient_progress: {
    envelope_id: string;
    recipient_id: string;
    status: string;
    opened_at: string | null;
    signed_at: string | null;
    refused_at: string | null;
    reason: string | null;
  };
  signed_copies: { document_id: string; sha256: string; at: string; bytes: Uint8Array };
  intake: {
    id: string;
    seq: number;
    name: string;
    email: string;
    phone: string;
    language: string;
    status: string;
    client_id: number | null;
    received_at: string;
  };
  device_keys: {
    id: string;
    seq: number;
    label: string;
    public_key: string;
    created_at: string;
    created_by: string;
    revoked_at: string | null;
  };
  shared_settings: { name: string; seq: number; version: number; sealed: string; updated_at: string };
  /** The office and its index: opaque to the server. */
  sealed_records: { name: string; version: number; value: string };
  /** `written` is 0 until the `.eml` file is on disk. */
  mail: {
    id: string;
    seq: number;
    recipient_name: string;
    recipient: string;
    subject: string;
    body: string;
    created_at: string;
    kind: string;
    envelope_id: string | null;
    invitation_id: string | null;
    written: number;
  };
  /** Answers already given. `digest` is of method, path and body. */
  idempotency: { key: string; digest: string; status: number; headers: string; body: string; created_at: string };
}
