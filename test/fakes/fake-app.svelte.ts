import { appError } from '../../src/core/app-error';
import { NO_LOCKS, withLock, type FieldLocks } from '../../src/core/clients/field-policy';
import { planFacts } from '../../src/core/clients/plan-facts';
import { summarise } from '../../src/core/clients/plan-summary';
import type { PlanRow } from '../../src/core/clients/upsert-plan';
import type { DocumentDecision, DocumentRow } from '../../src/core/documents/document-row';
import { withNaming, withoutNaming } from '../../src/core/documents/nomenclature/office-naming';
import { withConsent, withoutConsent } from '../../src/core/documents/spouse-consent';
import type { SpouseConsent } from '../../src/core/documents/spouse-consent';
import type { EvidenceMark } from '../../src/core/documents/evidence-marks';
import type { OfficeNaming } from '../../src/core/documents/nomenclature/office-naming';
import type { FollowedEnvelope } from '../../src/core/follow-up/followed-envelope';
import type { BatchId, RowId } from '../../src/core/ids';
import type { OutboxEntry } from '../../src/core/outbox/outbox-entry';
import { err, ok } from '../../src/core/result';
import type { OfficeTask } from '../../src/core/tasks/office-task';
import type { TaskChange } from '../../src/core/tasks/task-change';
import type { TaskRule } from '../../src/core/tasks/task-rules';
import type { EmailTemplate, TemplateDraft } from '../../src/core/templates/email-template';
import type { TemplateSaving } from '../../src/core/templates/template-saving';
import { loadMessages } from '../../src/i18n/messages';
import type { AppContext } from '../../src/ui/context';
import type { ClientsImport } from '../../src/ui/controls/clients-import';
import type { ConnectionState } from '../../src/ui/controls/connection-control';
import type { DocumentsImport } from '../../src/ui/controls/documents-import';
import type { OfficeState } from '../../src/ui/controls/office-control';
import type { Preferences } from '../../src/ui/controls/preferences';
import type { VaultControl } from '../../src/ui/controls/vault-control';
import type { PlannedList, SourceCell } from '../../src/worker-bridge/clients-worker-api';
import { packRows } from '../../src/worker-bridge/packed-rows';
import { fakeTemplate } from './fake-template';

const indicesOf = (texts: readonly string[], search: string): Uint32Array =>
  Uint32Array.from(
    texts.flatMap((text, index) => (text.toLowerCase().includes(search.trim().toLowerCase()) ? [index] : [])),
  );

type ClientsDecisions = Parameters<ClientsImport['importAll']>[0];
type DocumentsRequest = Parameters<DocumentsImport['importAll']>[0];

/** Every service in memory, with what it was asked written down. Fields are reactive, as in the real one. */
export class FakeApp implements AppContext {
  vaultState = $state<VaultControl['state']>('open');
  officeState = $state.raw<OfficeState>({ kind: 'joined', id: 'bureau-fictif' });
  connectionState = $state.raw<ConnectionState>({
    kind: 'connected',
    company: 'Cabinet Fictif inc.',
    extension: true,
    sandbox: true,
  });
  counts = $state.raw({ pending: 0, held: 0, rejected: 0, done: 0 });
  online = $state(true);
  unreachable = $state<AppContext['sync']['unreachable']>(null);
  paused = $state(false);
  needsSignIn = $state(false);
  synchronised = $state(true);
  entries = $state.raw<readonly OutboxEntry[]>([]);
  envelopes = $state.raw<readonly FollowedEnvelope[]>([]);
  officeTasks = $state.raw<readonly OfficeTask[]>([]);
  tasksHaveClients = $state(true);
  language = $state<Preferences['language']>('fr');
  theme = $state<Preferences['theme']>('system');
  clientColumns = $state.raw<Preferences['clientColumns']>(['code', 'email', 'remark']);
  managers = $state.raw([
    { id: 'am-1', name: 'Odile Fictive' },
    { id: 'am-2', name: 'Réal Inventé' },
  ]);
  templates = $state.raw<readonly EmailTemplate[]>([
    fakeTemplate('m-1', 'Documents pour consultation'),
    fakeTemplate('m-2', 'Documents à signer', { isDefault: true }),
  ]);

  planRows: readonly PlanRow[] = [];
  /** What a correction makes of its row; the row as it is, unless set. */
  revised: PlanRow | null = null;
  cells: readonly SourceCell[] = [];
  locks = $state.raw<FieldLocks>(NO_LOCKS);
  documentRows: DocumentRow[] = [];
  marksFolders = true;
  officeNamings: readonly OfficeNaming[] = [];
  consents: readonly SpouseConsent[] = [];
  /** What pages show of a client, by client. */
  marks: ReadonlyMap<string, readonly EvidenceMark[]> = new Map();
  clientsPreview: ClientsImport['preview'] | null = null;
  readonly asked = {
    passphrases: [] as string[],
    clients: [] as ClientsDecisions[],
    revisions: [] as Parameters<ClientsImport['revise']>[0][],
    documents: [] as DocumentsRequest[],
    places: [] as Parameters<DocumentsImport['place']>[0][],
    decisions: [] as (readonly [RowId, DocumentDecision | null])[],
    rights: [] as (string | null)[],
    taskChanges: [] as (readonly TaskChange[])[],
    retried: [] as string[],
    cancelled: [] as string[],
    templates: [] as { over: string | null; draft: TemplateDraft }[],
    marks: [] as (readonly [string, string, string | null])[],
    keys: [] as string[],
    cancels: 0,
  };

  readonly vault: AppContext['vault'];
  readonly office: AppContext['office'];
  readonly connection: AppContext['connection'];
  readonly sync: AppContext['sync'];
  readonly reference: AppContext['reference'];
  readonly clients: AppContext['clients'];
  readonly documents: AppContext['documents'];
  readonly tracking: AppContext['tracking'];
  readonly followUp: AppContext['followUp'];
  readonly tasks: AppContext['tasks'];
  rules: readonly TaskRule[] = [];
  readonly taskRules: AppContext['taskRules'] = {
    read: async () => ok(this.rules),
    write: async (rules) => {
      this.rules = rules;
      return ok(null);
    },
    apply: async () => ok(0),
  };
  readonly websiteForm: AppContext['websiteForm'] = {
    name: 'cabinet-fictif',
    snippet: async (language, consent) => `<impot-sync-form language="${language}" consent="${consent}">`,
    define: async () => undefined,
  };
  templatesEditable = $state(true);
  /** What the next saving answers; saved as asked, unless set. */
  nextSaving: TemplateSaving | null = null;
  readonly emailTemplates = templatesOf(this);
  readonly byHand: AppContext['byHand'];
  readonly packages: AppContext['packages'] = {
    export: async () => ok({ blob: null, parts: 1 }),
    remind: async () => ok(0),
    cancel: () => undefined,
  };
  readonly preferences: AppContext['preferences'];
  readonly demo: AppContext['demo'] = { file: async (name) => ok(new File(['x'], name)) };

  constructor() {
    const parts = partsOf(this);
    this.vault = parts.vault;
    this.office = parts.office;
    this.connection = parts.connection;
    this.sync = parts.sync;
    this.reference = parts.reference;
    this.clients = parts.clients;
    this.documents = parts.documents;
    this.tracking = parts.tracking;
    this.followUp = parts.followUp;
    this.tasks = parts.tasks;
    this.byHand = parts.byHand;
    this.preferences = parts.preferences;
  }
}

/** What the screens call: getters read the fake's reactive fields. */
function partsOf(app: FakeApp) {
  const remember = async (passphrase: string) => {
    app.asked.passphrases.push(passphrase);
    if (passphrase.length < 12) return err(appError('vault/passphrase-too-short'));
    app.vaultState = 'open';
    return ok(null);
  };
  const vault: AppContext['vault'] = {
    get state() {
      return app.vaultState;
    },
    failure: null,
    create: remember,
    unlock: remember,
    lock: () => {
      app.vaultState = 'locked';
    },
    passkeys: [],
    passkeysSupported: false,
    unlockWithPasskey: async () => err(appError('vault/passkey-no-prf')),
    changePassphrase: (_current, next) => remember(next),
    addPasskey: async () => err(appError('vault/passkey-no-prf')),
    removePasskey: async () => ok(null),
    deviceFingerprint: null,
  };
  const joined = async (passphrase: string) => {
    app.asked.passphrases.push(passphrase);
    if (passphrase === 'faux') return err(appError('office/wrong-passphrase'));
    app.officeState = { kind: 'joined', id: 'bureau-fictif' };
    return ok(null);
  };
  const office: AppContext['office'] = {
    get state() {
      return app.officeState;
    },
    create: joined,
    join: joined,
    changePassphrase: joined,
    async exportFile(passphrase) {
      app.asked.passphrases.push(passphrase);
      return passphrase === 'faux' ? err(appError('office/wrong-passphrase')) : ok('{}');
    },
    importFile: (_text, passphrase) => joined(passphrase),
  };
  const connection: AppContext['connection'] = {
    get state() {
      return app.connectionState;
    },
    hasKey: true,
    check: async () => undefined,
    saveKey: async (key) => {
      app.asked.keys.push(key);
      return ok(null);
    },
  };
  const sync: AppContext['sync'] = {
    get counts() {
      return app.counts;
    },
    get paused() {
      return app.paused;
    },
    get online() {
      return app.online;
    },
    get unreachable() {
      return app.unreachable;
    },
    get needsSignIn() {
      return app.needsSignIn;
    },
    pause: () => {
      app.paused = true;
    },
    resume: () => {
      app.paused = false;
    },
    retry: async (entry) => {
      app.asked.retried.push(entry);
      return ok(null);
    },
    cancel: async (entry) => {
      app.asked.cancelled.push(entry);
      return ok(null);
    },
    hold: async () => ok(null),
    release: async () => ok(null),
  };
  const reference: AppContext['reference'] = {
    get accountManagers() {
      return app.managers;
    },
    get emailTemplates() {
      return app.templates;
    },
  };
  const clients: AppContext['clients'] = {
    get synchronised() {
      return app.synchronised;
    },
    preview: async (request, on) => {
      if (app.clientsPreview) return app.clientsPreview(request, on);
      on.progress(app.planRows.length, app.planRows.length);
      on.rows(packRows(app.planRows));
      return ok({ diagnosis: DIAGNOSIS, ...planned(app.planRows) });
    },
    invitationTemplates: true,
    serverReadAt: null,
    rereadServer: () => undefined,
    view: async ({ search }) =>
      indicesOf(
        app.planRows.map((row) => row.client.name.full),
        search,
      ),
    importAll: async (decisions) => {
      app.asked.clients.push(decisions);
      return ok({ batch: 'batch-1' as BatchId });
    },
    revise: async (revision) => {
      app.asked.revisions.push(revision);
      const position = app.planRows.findIndex(({ id }) => id === revision.row);
      const revised = app.revised ?? app.planRows[position];
      const changed = revised ? ([[position, revised]] as const) : [];
      const rows = app.planRows.map((row, at) => (at === position ? (revised ?? row) : row));
      return ok({ ...planned(rows), length: rows.length, changed });
    },
    cells: async () => app.cells,
    rowsToCorrect: async () => ok(new Blob(['x'])),
    writeTable: async () => ok(new Blob(['x'])),
    managerNames: [],
    nameManager: async () => ok(null),
    get locks() {
      return app.locks;
    },
    setLock: async (client, field, locked) => {
      app.locks = withLock(app.locks, client, field, locked);
      return ok({ plan: { ...planned(app.planRows), length: app.planRows.length, changed: [] } });
    },
    cancel: () => {
      app.asked.cancels += 1;
    },
    mappings: {
      columns: async () => ok({ columns: [], saved: false }),
      save: async () => ok(null),
      forget: async () => ok(null),
      forgetReading: async () => ok(null),
      exportText: async () => ok(''),
      importText: async () => ok(null),
    },
  };
  const documents: AppContext['documents'] = {
    preview: async (_request, on) => {
      on.rows(app.documentRows);
      const counts = { ready: 0, confirm: 0, check: 0, blocked: 0, unmatched: 0, 'already-sent': 0, refused: 0 };
      for (const { status } of app.documentRows) counts[status] += 1;
      return ok({ counts, sources: [{ sha256: 'ab', size: 1 }], shifted: false });
    },
    unlock: async (_password, on) =>
      documents.preview({ files: [], options: { form: 'by-content', naming: 'detect', taxYear: 2025 } }, on),
    liftRights: async (reason, on) => {
      app.asked.rights.push(reason);
      app.documentRows = app.documentRows.map((row) => {
        if (!row.issues.some(({ code }) => code === 'changes-forbidden')) return row;
        const severity = reason === null ? 'block' : 'note';
        return {
          ...row,
          status: reason === null ? 'blocked' : 'ready',
          issues: [{ code: 'changes-forbidden', severity }],
        };
      });
      return documents.unlock('', on);
    },
    knowClients: (on) => documents.unlock('', on),
    view: async ({ search }) =>
      indicesOf(
        app.documentRows.map((row) => row.sourceName),
        search,
      ),
    decide: async (id, decision) => {
      app.asked.decisions.push([id, decision]);
      const row = app.documentRows.find((known) => known.id === id);
      if (!row) return err(appError('internal/unexpected'));
      const judged: DocumentRow =
        decision?.kind === 'assign'
          ? { ...row, status: 'ready', client: { id: decision.clientId, name: 'Associé Fictif' } }
          : decision?.kind === 'confirm'
            ? { ...row, status: 'ready' }
            : row;
      return ok([judged]);
    },
    place: async (request) => {
      app.asked.places.push(request);
      const row = app.documentRows.find((known) => known.id === request.row);
      if (!row) return err(appError('internal/unexpected'));
      const { fields } = request;
      return ok(
        fields === null
          ? [row]
          : [{ ...row, placement: { kind: 'placed', basis: 'by-hand', calibrated: true, fields } }],
      );
    },
    layouts: {
      all: async () => ok([]),
      save: async () => ok(null),
      forget: async () => ok(null),
      exportText: async () => ok('{}'),
      importText: async () => ok(null),
    },
    namings: {
      all: async () => ok(app.officeNamings),
      save: async (naming) => {
        app.officeNamings = withNaming(app.officeNamings, naming);
        return ok(null);
      },
      forget: async (form) => {
        app.officeNamings = withoutNaming(app.officeNamings, form);
        return ok(null);
      },
    },
    consents: {
      all: async () => ok(app.consents),
      record: async (consent) => {
        app.consents = withConsent(app.consents, consent);
        return ok(consentedRows(app));
      },
      withdraw: async (client) => {
        app.consents = withoutConsent(app.consents, client);
        return ok(consentedRows(app));
      },
    },
    bench: {
      open: async () => err(appError('layout/no-form')),
      survey: async () => err(appError('layout/no-form')),
      keep: async () => ok(null),
      tryOn: async () => ok(null),
      image: async () => err(appError('layout/no-form')),
      close: () => undefined,
    },
    look: async (_row, ids) =>
      ok(
        ids.map((id) => ({
          id,
          name: `Cliente Fictive ${id}`,
          sin: '••• ••• 286',
          clientNumber: '10',
          birthDate: null,
          postalCode: null,
          city: null,
          email: null,
          marks: app.marks.get(id) ?? [],
        })),
      ),
    invitations: async () => null,
    pageImage: async (_row, _page, scale) => {
      const canvas = new OffscreenCanvas(Math.round(612 * scale), Math.round(792 * scale));
      canvas.getContext('2d')?.fillRect(0, 0, 10, 10);
      return ok(canvas.transferToImageBitmap());
    },
    searchClients: async (search) =>
      search.startsWith('Zo') ? [{ id: 'local-zoe' as never, name: 'Zoé Fictive', city: 'Lévis' }] : [],
    get marksFolders() {
      return app.marksFolders;
    },
    importAll: async (request, onProgress) => {
      app.asked.documents.push(request);
      onProgress(1, 1);
      return ok({ batch: 'batch-1' as BatchId, envelopes: 1, refused: [], leftOut: [] });
    },
    cancel: () => {
      app.asked.cancels += 1;
    },
  };
  const tracking: AppContext['tracking'] = {
    get entries() {
      return app.entries;
    },
    clientName: (client) => `Client ${client}`,
    clientCode: (client) => `C-${client}`,
  };
  const byHand: AppContext['byHand'] = {
    mark: async (entry, name, on) => {
      app.asked.marks.push([entry, name, on]);
      return ok(null);
    },
    unmark: async (entry, name) => {
      app.asked.marks.push([entry, name, null]);
      return ok(null);
    },
    recognise: async () => ok(0),
  };
  const followUp: AppContext['followUp'] = {
    available: true,
    get envelopes() {
      return app.envelopes;
    },
    readAt: 1_770_000_000_000,
    loading: false,
    clientName: (client) => `Client fictif ${client}`,
    client: (client) => ({ name: `Client fictif ${client}`, code: `C-${client}` }),
    householdOf: (client) => `client-${client}`,
    refresh: async () => ok(null),
    history: async () => ok([]),
    remind: async () => ok({ batch: 'batch-1' as BatchId }),
    takeBack: async () => ok({ batch: 'batch-1' as BatchId }),
    signedCopy: async () => err(appError('api/unexpected-answer')),
    saved: [],
    markSaved: async () => ok(null),
    transmitted: {},
    markTransmitted: async () => ok(null),
    rule: null,
    setRule: async () => ok(null),
  };
  const tasks: AppContext['tasks'] = {
    get tasks() {
      return app.officeTasks;
    },
    readAt: 1_770_000_000_000,
    loading: false,
    get hasClients() {
      return app.tasksHaveClients;
    },
    statusNames: {},
    clientName: (client) => `Client fictif ${client}`,
    refresh: async () => ok(null),
    nameStatus: async () => ok(null),
    apply: async (changes) => {
      app.asked.taskChanges.push(changes);
      return ok({ batch: 'batch-1' as BatchId });
    },
  };
  const preferences: AppContext['preferences'] = {
    get language() {
      return app.language;
    },
    setLanguage: (language) => {
      void loadMessages(language).then(() => {
        app.language = language;
      });
    },
    get theme() {
      return app.theme;
    },
    setTheme: (theme) => {
      app.theme = theme;
    },
    get clientColumns() {
      return app.clientColumns;
    },
    setClientColumns: (columns) => {
      app.clientColumns = columns;
    },
  };
  return {
    vault,
    office,
    connection,
    sync,
    reference,
    clients,
    documents,
    tracking,
    byHand,
    followUp,
    tasks,
    preferences,
  };
}

const templatesOf = (app: FakeApp): AppContext['emailTemplates'] => ({
  get editable() {
    return app.templatesEditable;
  },
  save: async (over, draft) => {
    app.asked.templates.push({ over: over?.id ?? null, draft });
    const template = { ...draft, id: over?.id ?? `m-${app.templates.length + 1}`, etag: '"2"' };
    const saving = app.nextSaving ?? { kind: 'saved', template };
    app.nextSaving = null;
    if (saving.kind !== 'saved') return ok(saving);
    app.templates = over
      ? app.templates.map((known) => (known.id === over.id ? template : known))
      : [...app.templates, template];
    return ok(saving);
  },
  examples: async () =>
    ok([
      { name: 'Zoé Fictive', accountManager: 'Odile Fictive' },
      { name: 'Réal Inventé', accountManager: null },
    ]),
});

const DIAGNOSIS = {
  kind: 'csv',
  encoding: 'windows-1252',
  delimiter: ';',
  headerRow: 1,
  columns: [
    { header: 'Nom', field: 'lastName', sample: 'FICTIVE', read: 'Fictive' },
    { header: 'NAS', field: 'sin', sample: '046454286', read: '046454286' },
    { header: 'Note', field: null, sample: 'x', read: '' },
  ],
  evidence: {
    why: { encoding: 'french', delimiter: 'headers', headerRow: 'headers' },
    delimiters: [
      { delimiter: ';', headers: 2 },
      { delimiter: ',', headers: 0 },
    ],
    sheets: [],
    firstRows: [{ row: 1, text: 'Nom | NAS | Note' }],
  },
  notes: [],
  remembered: null,
  rows: 3,
  sha256: 'ab',
  size: 120,
} as const;

const planned = (rows: readonly PlanRow[]): PlannedList => ({ summary: summarise(rows), facts: planFacts(rows) });

/** The rows that have a spouse, as the consents stand. */
const consentedRows = (app: FakeApp): readonly DocumentRow[] =>
  app.documentRows.flatMap((row) =>
    row.spouse
      ? [{ ...row, spouse: { ...row.spouse, consented: app.consents.some(({ client }) => client === row.client?.id) } }]
      : [],
  );
