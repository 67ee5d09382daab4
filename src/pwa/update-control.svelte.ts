import { Workbox } from 'workbox-window';
import type { AppError } from '../core/app-error';

/** How often a page left open looks for a new version, in milliseconds. */
const CHECK_MS = 60 * 60 * 1000;

/** What `UpdateControl` needs of workbox-window; tests bring a fake. */
export interface ServiceWorkerPort {
  addEventListener(type: 'waiting' | 'controlling', listener: (event: ControlEvent) => void): void;
  register(): Promise<unknown>;
  update(): Promise<void>;
  messageSkipWaiting(): void;
}

interface ControlEvent {
  readonly isUpdate?: boolean | undefined;
  readonly isExternal?: boolean | undefined;
}

/** A new version waits until someone says so, and never switches during a batch (GoogleChrome/workbox#1528). */
export class UpdateControl {
  #open: (url: string) => ServiceWorkerPort | null;
  #reload: () => void;
  #workbox: ServiceWorkerPort | null = null;
  #waiting = $state(false);
  #lost = $state.raw<AppError | null>(null);
  #asked = false;
  #switched = false;

  constructor(open = openWorkbox, reload = () => location.reload()) {
    this.#open = open;
    this.#reload = reload;
  }

  /** A new version is installed and waits, or was switched to by another tab and this page must be loaded again. */
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
    const workbox = this.#open(url);
    if (workbox === null) return;
    workbox.addEventListener('waiting', () => {
      this.#waiting = true;
    });
    workbox.addEventListener('controlling', ({ isUpdate, isExternal }) => {
      if (isUpdate || isExternal) this.#controlled();
    });
    this.#workbox = workbox;
    try {
      await workbox.register();
      setInterval(() => void workbox.update().catch(() => undefined), CHECK_MS);
    } catch {
      // Refused by the browser (private window, policy): offline start is lost, nothing else.
      this.#workbox = null;
    }
  }

  apply(): void {
    if (this.#switched) {
      this.#reload();
      return;
    }
    this.#asked = true;
    this.#workbox?.messageSkipWaiting();
  }

  /** Whoever asked in another tab cannot speak for this one, which may hold a preview: it asks first. */
  #controlled(): void {
    this.#switched = true;
    if (this.#asked) this.#reload();
    else this.#waiting = true;
  }
}

const openWorkbox = (url: string): ServiceWorkerPort | null => ('serviceWorker' in navigator ? new Workbox(url) : null);
