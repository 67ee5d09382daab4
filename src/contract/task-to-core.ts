import type { OfficeTask } from '../core/tasks/office-task';
import type { ExtensionTask } from './extension-task.schema';
import type { WireTask } from './task.schema';

export function toOfficeTask(task: ExtensionTask): OfficeTask {
  const { id, title, description, status, active, startDate, endDate, clientId, assigneeId, labels, etag } = task;
  return { id, title, description, status, active, startDate, endDate, client: clientId, assigneeId, labels, etag };
}

/** `0000-00-00`, as documented, means no date. */
export function documentedToOfficeTask(task: WireTask): OfficeTask {
  return {
    id: task.id,
    title: String(task.title ?? ''),
    description: String(task.description ?? ''),
    status: Number(task.status ?? 0) || 0,
    active: isActive(task.active),
    startDate: date(task.start_date),
    endDate: date(task.end_date),
    client: null,
    assigneeId: null,
    labels: [],
    etag: null,
  };
}

/** A task whose server does not say is taken for an open one. */
function isActive(active: WireTask['active']): boolean {
  return (
    active === null || active === undefined || active === true || active === 1 || active === '1' || active === 'true'
  );
}

function date(value: WireTask['start_date']): string | null {
  const day = String(value ?? '').slice(0, 10);
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && day !== '0000-00-00' ? day : null;
}
