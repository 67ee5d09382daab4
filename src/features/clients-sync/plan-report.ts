import { effectiveStatus, type ClientsDecisionState } from '../../core/clients/decided-rows';
import type { FieldChange, PlanRow } from '../../core/clients/upsert-plan';
import { maskSin } from '../../core/identifiers/masking';
import type { Language } from '../../core/language';
import { rowIssueText } from '../../i18n/issue-text';
import { messagesFor } from '../../i18n/messages';
import { shownValue } from './shown-value';

/** The plan as decided, one line a row, for a spreadsheet. A SIN shows its last three digits only. */
export function planReport(
  rows: readonly PlanRow[],
  decisions: ClientsDecisionState,
  language: Language,
): (string | number)[][] {
  const t = messagesFor(language).clients;
  const words = (change: FieldChange, value: string): string => shownValue(change, value, messagesFor(language));
  const header = [
    t.column.row,
    t.column.name,
    t.column.code,
    t.detail.sin,
    t.column.email,
    t.column.status,
    t.detail.changes,
    t.column.remark,
  ];
  const lines = rows.map((row) => {
    const refused = decisions.refused.get(row.id);
    const changes = row.changes
      .filter(({ field }) => !refused?.has(field))
      .map((change) => `${t.field[change.field]} · ${words(change, change.before)} → ${words(change, change.after)}`);
    const excluded = decisions.excluded.has(row.id);
    return [
      row.sourceRow,
      row.client.name.full,
      row.code,
      row.client.sin === null ? '' : maskSin(row.client.sin),
      row.client.email ?? '',
      excluded ? t.detail.excluded : t.status[effectiveStatus(row, decisions)],
      changes.join(' | '),
      // Two fields may have the same to say: once is enough.
      [...new Set(row.issues.map(({ code }) => rowIssueText(code, language)))].join(' '),
    ];
  });
  return [header, ...lines];
}
