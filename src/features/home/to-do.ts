import { folderGoesOn, vanishesSoon } from '../../core/follow-up/retention';
import { isAwaited } from '../../core/follow-up/followed-envelope';
import type { FollowedEnvelope } from '../../core/follow-up/followed-envelope';
import type { Transmission } from '../../core/follow-up/ready-to-transmit';
import type { BatchId } from '../../core/ids';
import { filterTasks, NO_FILTER } from '../../core/tasks/filter-tasks';
import type { OfficeTask } from '../../core/tasks/office-task';
import type { ToDoKind, UnfinishedKind } from '../../i18n/home-text';
import type { TrackingLane } from '../../i18n/tracking-words';
import { PATHS } from '../../ui/router.svelte';
import { laneCounts } from '../tracking/lane-counts';
import type { TrackingGroup } from '../tracking/tracking-group';

/** What asks for a hand this morning. */
export interface ToDo {
  readonly kind: ToDoKind;
  readonly tone: 'ok' | 'info' | 'warn' | 'bad';
  readonly count: number;
  /** Of the oldest, or the first to come (yyyy-mm-dd or an instant); `null` where it says nothing. */
  readonly since: string | null;
  /** The place where it is done, with its filter; never a name. */
  readonly href: string;
}

/** A batch that has not left whole. */
export interface UnfinishedBatch {
  readonly batch: BatchId;
  readonly createdAt: number;
  readonly what: UnfinishedKind;
  readonly left: number;
  readonly total: number;
  /** What is left stands there: what waits, before what is stopped. */
  readonly lane: TrackingLane;
}

export interface MorningFacts {
  readonly groups: readonly TrackingGroup[];
  readonly envelopes: readonly FollowedEnvelope[];
  /** Documents whose signed copy this workstation saved. */
  readonly saved: readonly string[];
  readonly families: readonly Transmission[];
  readonly transmitted: Readonly<Record<string, string>>;
  readonly tasks: readonly OfficeTask[];
  /** yyyy-mm-dd, in the office's time. */
  readonly today: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

const at = (path: string, filter: string): string => `${path}?${filter}`;
const LANES = [
  ['rejected', 'bad'],
  ['conflict', 'bad'],
  ['needs-sign-in', 'bad'],
  ['held', 'warn'],
  ['to-correct', 'warn'],
  ['to-export', 'warn'],
  ['exported', 'warn'],
] as const satisfies readonly (readonly [TrackingLane & ToDoKind, ToDo['tone']])[];

const hrefOfLane = (lane: (typeof LANES)[number][0]): string =>
  lane === 'to-correct'
    ? PATHS.corrections
    : lane === 'needs-sign-in'
      ? PATHS.settings
      : at(PATHS.tracking, `etat=${lane}`);

/** In the order in which an office would take them up: what is stopped, then what is late, then what is only awaited. */
export function toDo(facts: MorningFacts): readonly ToDo[] {
  const { groups, envelopes, saved, families, transmitted, tasks, today, now } = facts;
  const counts = laneCounts(groups);
  const ofStatus = (status: FollowedEnvelope['status']) => envelopes.filter((envelope) => envelope.status === status);
  const awaited = envelopes.filter(isAwaited);
  const vanishing = envelopes.filter(
    (envelope) =>
      vanishesSoon(envelope, now) &&
      envelope.documents.some(({ id, signed }) => signed !== null && !saved.includes(id)),
  );
  const ready = families.filter(({ state, key }) => state === 'ready' && transmitted[key] === undefined);
  const due = (filter: 'late' | 'week') =>
    filterTasks(tasks, { ...NO_FILTER, due: filter }, { today, clientName: () => null });
  const late = due('late');
  const lines: readonly ToDo[] = [
    ...LANES.map(([lane, tone]) => ({
      kind: lane,
      tone,
      count: counts.get(lane) ?? 0,
      since: null,
      href: hrefOfLane(lane),
    })),
    {
      kind: 'refused',
      tone: 'bad',
      count: ofStatus('refused').length,
      since: null,
      href: at(PATHS.tracking, 'vue=envelopes&etat=refused'),
    },
    {
      kind: 'expired',
      tone: 'warn',
      count: ofStatus('expired').length,
      since: null,
      href: at(PATHS.tracking, 'vue=envelopes&etat=expired'),
    },
    {
      kind: 'tasks-late',
      tone: 'warn',
      count: late.length,
      since: late[0]?.endDate ?? null,
      href: at(PATHS.tasks, 'echeance=late'),
    },
    {
      kind: 'vanishing',
      tone: 'warn',
      count: vanishing.length,
      since: earliest(vanishing.map(folderGoesOn)),
      href: at(PATHS.tracking, 'vue=envelopes&etat=signed'),
    },
    {
      kind: 'ready',
      tone: 'ok',
      count: ready.length,
      since: earliest(ready.map(({ readyAt }) => readyAt)),
      href: at(PATHS.tracking, 'vue=ready'),
    },
    {
      kind: 'awaited',
      tone: 'info',
      count: awaited.length,
      since: earliest(awaited.map(({ sentAt }) => sentAt)),
      href: at(PATHS.tracking, 'vue=envelopes&etat=awaited'),
    },
    {
      kind: 'tasks-week',
      tone: 'info',
      count: due('week').length,
      since: null,
      href: at(PATHS.tasks, 'echeance=week'),
    },
  ];
  return lines.filter(({ count }) => count > 0);
}

const UNFINISHED: readonly TrackingLane[] = ['waiting', 'sending', 'needs-sign-in', 'held'];

/** Newest first, as the entries come. */
export function unfinishedBatches(groups: readonly TrackingGroup[]): readonly UnfinishedBatch[] {
  const batches = new Map<BatchId, UnfinishedBatch>();
  for (const { batch, kind, lane, createdAt } of groups) {
    const known = batches.get(batch) ?? { batch, createdAt, what: whatOf(kind), left: 0, total: 0, lane };
    const isLeft = UNFINISHED.includes(lane);
    const isNearer = known.left === 0 || UNFINISHED.indexOf(lane) < UNFINISHED.indexOf(known.lane);
    batches.set(batch, {
      ...known,
      what: kind === 'envelope' ? 'documents' : known.what,
      left: known.left + (isLeft ? 1 : 0),
      lane: isLeft && isNearer ? lane : known.lane,
      total: known.total + 1,
    });
  }
  return [...batches.values()].filter(({ left }) => left > 0);
}

const whatOf = (kind: TrackingGroup['kind']): UnfinishedKind =>
  kind === 'client' || kind === 'invitation' ? 'clients' : kind === 'envelope' ? 'documents' : kind;

/** The first of dates or instants of one form. */
const earliest = (dates: readonly (string | null)[]): string | null =>
  dates.flatMap((date) => date ?? []).sort()[0] ?? null;
