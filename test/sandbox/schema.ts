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
  tasks: { id: number; data: string };
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
  };
  invitations: {
    id: string;
    seq: number;
    email: string;
    email_key: string;
    language: string;
    status: string;
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
