import type { Language } from '../../core/language';
import { messagesFor } from '../../i18n/messages';
import { groupReason } from '../tracking/group-reason';
import type { TrackingGroup } from '../tracking/tracking-group';

export interface ReportedClients {
  readonly nameOf: (group: TrackingGroup) => string;
  readonly codeOf: (group: TrackingGroup) => string;
}

/** What became of an import, one line a client, a header first: what was asked of GEM-BOOKS, where it stands, and why. */
export function importReport(
  groups: readonly TrackingGroup[],
  { nameOf, codeOf }: ReportedClients,
  language: Language,
): string[][] {
  const { clients, tracking } = messagesFor(language);
  const lines = groups.map((group) => [
    nameOf(group),
    codeOf(group),
    group.entries.map(({ task }) => tracking.step[task.kind]).join(', '),
    tracking.lane[group.lane],
    groupReason(group, language),
  ]);
  return [
    [clients.column.name, clients.column.code, tracking.steps, clients.column.status, clients.column.remark],
    ...lines,
  ];
}
