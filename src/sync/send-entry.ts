import { appError } from '../core/app-error';
import type { OutboxEntry } from '../core/outbox/outbox-entry';
import type { SendOutcome } from '../core/outbox/send-outcome';
import { assertNever } from '../core/result';
import { retry } from './classify-response';
import { lookForClient, sendClientCreate } from './send/client-create';
import { lookForClientReminder, sendClientReminder } from './send/client-reminder';
import { lookForPatch, sendClientPatch } from './send/client-patch';
import { lookForUpdate, sendClientUpdate } from './send/client-update';
import { sendEnvelope, withdrawEnvelope } from './send/envelope';
import { lookForReminder, sendReminder } from './send/envelope-remind';
import { lookForVoid, sendVoid } from './send/envelope-void';
import { sendEnvelopeSend, withdrawUnsent } from './send/envelope-send';
import { lookForInvitation, sendInvitation } from './send/invitation';
import type { SendContext } from './send/send-context';
import { lookForTaskUpdate, sendTaskUpdate } from './send/task-update';
import { lookForTasks, sendTasksBulk } from './send/tasks-bulk';
import { sendUpload } from './send/upload';

/**
 * One attempt at a claimed entry, to its outcome. Where the technician asked to cancel, nothing is sent any more: only
 * read, to settle on what the server has, and a draft that waits there is withdrawn.
 */
export async function sendEntry(entry: OutboxEntry, context: SendContext): Promise<SendOutcome> {
  const { task, frozen } = entry;
  if (frozen === null) return retry('no', appError('internal/unexpected'), null);
  const onlyLook = entry.cancelRequested === true;
  switch (task.kind) {
    case 'client-create':
      return onlyLook ? lookForClient(task, context) : sendClientCreate({ entry, task, frozen }, context);
    case 'client-update':
      return onlyLook
        ? lookForUpdate({ entry, task, frozen }, context)
        : sendClientUpdate({ entry, task, frozen }, context);
    case 'client-patch':
      return onlyLook
        ? lookForPatch({ entry, task, frozen }, context)
        : sendClientPatch({ entry, task, frozen }, context);
    case 'invitation':
      return onlyLook
        ? lookForInvitation({ entry, task, frozen }, context)
        : sendInvitation({ entry, task, frozen }, context);
    case 'upload':
      // Bytes that no envelope names reach nobody: there is nothing to look for.
      return onlyLook ? { kind: 'absent' } : sendUpload(task, context);
    case 'envelope':
      return onlyLook
        ? withdrawEnvelope({ entry, task, frozen }, context)
        : sendEnvelope({ entry, task, frozen }, context);
    case 'envelope-send':
      return onlyLook
        ? withdrawUnsent({ entry, task, frozen }, context)
        : sendEnvelopeSend({ entry, task, frozen }, context);
    case 'envelope-remind':
      return onlyLook
        ? lookForReminder({ entry, task, frozen }, context)
        : sendReminder({ entry, task, frozen }, context);
    case 'envelope-void':
      return onlyLook ? lookForVoid({ entry, task, frozen }, context) : sendVoid({ entry, task, frozen }, context);
    case 'tasks-bulk':
      return onlyLook ? lookForTasks(task, context) : sendTasksBulk({ entry, task, frozen }, context);
    case 'task-update':
      return onlyLook
        ? lookForTaskUpdate({ entry, task, frozen }, context)
        : sendTaskUpdate({ entry, task, frozen }, context);
    case 'client-reminder':
      return onlyLook
        ? lookForClientReminder({ entry, task, frozen }, context)
        : sendClientReminder({ entry, task, frozen }, context);
    case 'hand-correction':
    case 'hand-envelope':
      return { kind: 'held', reason: 'internal/unexpected' };
    default:
      return assertNever(task);
  }
}
