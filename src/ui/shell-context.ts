import { createContext } from 'svelte';
import type { DemoWalk } from '../features/demo-walk/demo-walk.svelte';
import type { FileInbox } from './file-inbox.svelte';
import type { KeptSessions } from './kept-sessions.svelte';
import type { Router } from './router.svelte';
import type { Viewport } from './viewport.svelte';

/** What the screens share among themselves; everything outside the page is in `AppContext`. */
export interface ShellContext {
  readonly router: Router;
  readonly sessions: KeptSessions;
  readonly inbox: FileInbox;
  readonly walk: DemoWalk;
  readonly viewport: Viewport;
}

export const [getShell, setShell] = createContext<ShellContext>();
