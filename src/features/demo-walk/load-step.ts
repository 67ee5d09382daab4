import type { AppError } from '../../core/app-error';
import type { AppContext } from '../../ui/context';
import type { ShellContext } from '../../ui/shell-context';

/** Brings the file of the present step to its screen, and goes there. Answers the error when it cannot be had. */
export async function loadStep(app: AppContext, shell: ShellContext): Promise<AppError | null> {
  const step = shell.walk.step;
  if (!step) {
    shell.router.go('tracking');
    return null;
  }
  const file = await app.demo.file(step.file);
  if (!file.ok) return file.error;
  shell.inbox.put(step.destination, [file.value]);
  shell.router.go(step.destination);
  return null;
}
