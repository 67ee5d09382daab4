import { createContext } from 'svelte';
import type { Result } from '../core/result';
import type { VaultControl } from './controls/vault-control';
import type { OfficeControl } from './controls/office-control';
import type { ConnectionControl } from './controls/connection-control';
import type { SyncControl } from './controls/sync-control';
import type { ReferenceData } from './controls/reference-data';
import type { ClientsImport } from './controls/clients-import';
import type { DocumentsImport } from './controls/documents-import';
import type { Tracking } from './controls/tracking';
import type { PackageControl } from './controls/package-control';
import type { ByHandControl } from './controls/by-hand-control';
import type { FollowUpControl } from './controls/follow-up-control';
import type { TasksControl } from './controls/tasks-control';
import type { TaskRulesControl } from './controls/task-rules-control';
import type { EmailTemplatesControl } from './controls/email-templates-control';
import type { WebsiteFormControl } from './controls/website-form-control';
import type { Preferences } from './controls/preferences';
import type { DemoFile } from './controls/demo-file';

/** Everything a screen may do, behind one interface: `src/app` implements it, tests bring fakes. Fields are reactive. */
export interface AppContext {
  readonly vault: VaultControl;
  readonly office: OfficeControl;
  readonly connection: ConnectionControl;
  readonly sync: SyncControl;
  readonly reference: ReferenceData;
  readonly clients: ClientsImport;
  readonly documents: DocumentsImport;
  readonly tracking: Tracking;
  readonly followUp: FollowUpControl;
  readonly tasks: TasksControl;
  readonly taskRules: TaskRulesControl;
  readonly websiteForm: WebsiteFormControl;
  readonly emailTemplates: EmailTemplatesControl;
  readonly byHand: ByHandControl;
  readonly packages: PackageControl;
  readonly preferences: Preferences;
  /** The fictitious office of `public/fictif`, fetched from our own origin. */
  readonly demo: { file(name: DemoFile): Promise<Result<File>> };
}

export const [getApp, setApp] = createContext<AppContext>();
