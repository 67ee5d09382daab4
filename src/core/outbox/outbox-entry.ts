import type { AppError } from '../app-error';
import type { BatchId, DocumentId, LocalClientId, OutboxEntryId, ServerClientId } from '../ids';
import type { Language } from '../language';
import type { Correction } from '../clients/correction';
import type { FieldChange } from '../clients/upsert-plan';
import type { EnvelopeDraft } from '../envelopes/envelope';
import type { RefusedTask, TaskChange } from '../tasks/task-change';
import type { TaskId } from '../tasks/office-task';
import type { HandMark } from './hand-mark';

/**
 * What an entry is to do, in the office's terms. Ids that only a dependency's answer can give are left open here
 * (`LocalClientId`, the envelope of an `envelope-send`) and resolved at freezing (ground-decisions §3).
 */
export type OutboxTask =
  | {
      readonly kind: 'client-create';
      readonly client: LocalClientId;
      readonly body: ClientCreateBody;
      readonly minted: boolean;
    }
  /** The documented PUT: no version, so GET, compare with `changes[].before`, PUT. */
  | { readonly kind: 'client-update'; readonly client: LocalClientId; readonly changes: readonly FieldChange[] }
  /** The extension's PATCH, under If-Match. */
  | {
      readonly kind: 'client-patch';
      readonly client: LocalClientId;
      readonly changes: readonly FieldChange[];
      /** Set on created clients only: an update never reassigns. */
      readonly accountManagerId?: string;
      readonly language?: Language;
    }
  | {
      readonly kind: 'invitation';
      readonly clients: readonly LocalClientId[];
      readonly email: string;
      readonly language: Language;
      /** Absent: GEM-BOOKS's own words. */
      readonly emailTemplateId?: string;
    }
  | { readonly kind: 'upload'; readonly document: DocumentId; readonly sha256: string; readonly size: number }
  | {
      readonly kind: 'envelope';
      readonly client: LocalClientId;
      /** The recipient whose role is `spouse`, by the client's consent. */
      readonly spouse?: LocalClientId;
      readonly draft: EnvelopeDraft;
      /** Federal refund in dollars by delivery key: never sent, compared when a T183 comes again. */
      readonly refunds?: Readonly<Record<string, number>>;
    }
  | { readonly kind: 'envelope-send'; readonly envelopeEntry: OutboxEntryId }
  /** To whoever has not signed yet. */
  | { readonly kind: 'envelope-remind'; readonly envelopeId: string }
  /** **Annuler l'envoi** of an envelope that has left: nobody can open it from then on. */
  | { readonly kind: 'envelope-void'; readonly envelopeId: string; readonly reason: string }
  /** The extension's bulk route: each item stands alone, under its own version. */
  | { readonly kind: 'tasks-bulk'; readonly changes: readonly TaskChange[] }
  /** The documented PUT of one task: no version, so GET, compare, PUT. */
  | { readonly kind: 'task-update'; readonly change: TaskChange }
  /**
   * The documented `POST reminders`, for the office itself: the documents of the import `about` are to be put in this
   * client's secure folder by hand. `on`: ISO date.
   */
  | {
      readonly kind: 'client-reminder';
      readonly client: LocalClientId;
      readonly about: BatchId;
      readonly on: string;
      readonly title: string;
      readonly notes: string;
      /** Those of the folders; absent: none. */
      readonly labels?: string;
    }
  /** No request: without the extension, a person puts the documents in a secure folder. `files` as in the draft. */
  | {
      readonly kind: 'hand-envelope';
      readonly client: LocalClientId;
      readonly spouse?: LocalClientId;
      readonly draft: EnvelopeDraft;
      readonly files: readonly { readonly document: DocumentId; readonly size: number }[];
      readonly refunds?: Readonly<Record<string, number>>;
    }
  /** No request: the documented API cannot change it, so a person corrects it in GEM-BOOKS. */
  | { readonly kind: 'hand-correction'; readonly client: LocalClientId; readonly correction: Correction };

export interface ClientCreateBody {
  readonly name: string;
  readonly code: string;
  readonly email: string;
  readonly type: string;
  readonly address: string;
  readonly phone: string;
}

/** Body and digest, fixed in one transaction before the first attempt; the same key always carries the same digest. */
export interface FrozenRequest {
  readonly method: 'POST' | 'PUT' | 'PATCH';
  /** Under the API's base, without leading slash. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON text; `null` for an upload, whose bytes are the sealed document's. */
  readonly body: string | null;
  /** SHA-256 of the body, lower-case hex. */
  readonly digest: string;
}

/**
 * `waiting`: for a dependency or its due time. `sending`: claimed by the leader. `ambiguous`: sent, answer unknown,
 * and a plain retry could double it: look first. `done`, `already-done` (someone else delivered it), `rejected`
 * (the server's refusal, kept with its reason), `conflict` (changed on the server since it was read),
 * `held` (Retenu), `cancelled`. `by-hand`: the loop has no part in it; `marks` are what a person noted of it.
 */
export type OutboxState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'sending'; readonly since: number }
  | { readonly kind: 'ambiguous' }
  | { readonly kind: 'needs-sign-in' }
  | { readonly kind: 'held'; readonly reason: string }
  | { readonly kind: 'done'; readonly at: number; readonly result: OutboxResult }
  | { readonly kind: 'already-done'; readonly at: number; readonly deliveredAt: string; readonly deliveredBy: string }
  | { readonly kind: 'rejected'; readonly at: number; readonly problem: ServerProblem }
  /** Per field that is neither what we saw nor what we want: `before` is the server's value now, `after` the one wanted. */
  | { readonly kind: 'conflict'; readonly at: number; readonly server: readonly FieldChange[] }
  | { readonly kind: 'cancelled'; readonly at: number }
  | { readonly kind: 'by-hand'; readonly marks: readonly HandMark[] };

export type OutboxResult =
  | { readonly kind: 'none' }
  | { readonly kind: 'client'; readonly serverId: ServerClientId }
  | { readonly kind: 'envelope'; readonly envelopeId: string }
  | { readonly kind: 'invitation'; readonly invitationId: string }
  /** Items that were done, each with the version it was left at, and items that were refused. */
  | {
      readonly kind: 'tasks';
      readonly done: readonly (readonly [TaskId, string])[];
      readonly refused: readonly RefusedTask[];
    };

/** RFC 9457, trimmed. `detail` is the server's own words, shown to the technician. */
export interface ServerProblem {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
}

/** The lane is what Dexie indexes and the badge counts. */
export type OutboxLane = 'waiting' | 'sending' | 'needs-sign-in' | 'held' | 'rejected' | 'by-hand' | 'done';

export interface OutboxEntry {
  readonly id: OutboxEntryId;
  readonly batch: BatchId;
  /** Rank within the batch: the order of first attempts, not a barrier. */
  readonly order: number;
  /** All must be `done` (or `already-done`) before this one is frozen. */
  readonly dependsOn: readonly OutboxEntryId[];
  /** Random, one per entry. */
  readonly idempotencyKey: string;
  readonly task: OutboxTask;
  readonly frozen: FrozenRequest | null;
  readonly state: OutboxState;
  readonly attempts: number;
  /** Epoch milliseconds: not tried before. */
  readonly dueAt: number;
  readonly createdAt: number;
  /** Why the last attempt did not settle. */
  readonly lastError: AppError | null;
  /** An attempt ended without a definite answer: the server may have done it. Looked at before anything that could double. */
  readonly mayHaveArrived?: true;
  /** The technician cancelled when it may already have arrived: the loop only looks, and settles on what it finds. */
  readonly cancelRequested?: true;
}
