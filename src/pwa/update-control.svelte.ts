import { Workbox } from 'workbox-window';
import type { AppError } from '../core/app-error';

/** A new version waits until someone says so, and never switches during a batch (GoogleChrome/workbox#1528). */
export class UpdateControl {
  #workbox: Workbox | null = null;
  #waiting = $state(false);
  #lost = $state.raw<AppError | null>(null);

  /** A new version is installed and waits. */
  get waiting(): boolean {
    return this.#waiting;
  }

  /** Another tab runs a newer version of the data: this one must be loaded again. */
  get lost(): AppError | null {
    return this.#lost;
  }

  lose(error: AppError): void {
    this.#lost = error;
  }

  /** @param url through the trusted-types policy. Without service workers the app runs, online only. */
  async register(url: string): Promise<void> {
    if (!('serviceWorker' in navigator)) return;
    const workbox = new Workbox(url);
    workbox.addEventListener('waiting', () => {
      this.#waiting = true;
    });
    this.#workbox = workbox;
    try {
      await workbox.register();
    } catch {
      // Refused by the browser (private window, policy): offline start is lost, nothing else.
      this.#workbox = null;
    }
  }

  apply(): void {
    this.#workbox?.addEventListener('controlling', () => location.reload());
    this.#workbox?.messageSkipWaiting();
  }
}
