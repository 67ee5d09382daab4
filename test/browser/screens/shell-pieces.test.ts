import { describe, expect, it, vi } from 'vitest';
import { DemoWalk } from '../../../src/features/demo-walk/demo-walk.svelte';
import { UpdateControl } from '../../../src/pwa/update-control.svelte';
import type { ServiceWorkerPort } from '../../../src/pwa/update-control.svelte';
import { destinationOf, FileInbox } from '../../../src/ui/file-inbox.svelte';
import { KeptSessions } from '../../../src/ui/kept-sessions.svelte';
import { PATHS, routeOf, Router } from '../../../src/ui/router.svelte';

class FakeWindow extends EventTarget {
  readonly location = {
    hash: '',
    replace: (hash: string | URL): void => this.visit(String(hash)),
  };

  visit(hash: string): void {
    this.location.hash = hash;
    this.dispatchEvent(new Event('hashchange'));
  }
}

describe('Router', () => {
  it('knows the seven addresses and no other', () => {
    expect(Object.values(PATHS).map(routeOf)).toEqual(Object.keys(PATHS));
    expect(routeOf('#/clients/')).toBeNull();
    expect(routeOf('#/ACCUEIL')).toBeNull();
  });

  it('turns an unknown address into the home page, at the start and later', () => {
    const target = new FakeWindow();
    target.location.hash = '#/nulle-part';
    const router = new Router(target);
    const stop = router.start();
    expect([target.location.hash, router.route, router.moved]).toEqual(['#/accueil', 'home', false]);
    target.visit('#/suivi');
    expect([router.route, router.moved]).toEqual(['tracking', true]);
    target.visit('#/rien');
    expect([target.location.hash, router.route]).toEqual(['#/accueil', 'home']);
    stop();
    target.visit('#/clients');
    expect(router.route).toBe('home');
  });
});

describe('FileInbox', () => {
  it('sends each kind of file to its screen, once', () => {
    expect(['A.CSV', 'b.xlsx', 'c.zip', 'd.pdf', 'e.docx'].map(destinationOf)).toEqual([
      'clients',
      'clients',
      'documents',
      'documents',
      null,
    ]);
    const inbox = new FileInbox();
    const file = new File([], 'c.zip');
    inbox.put('documents', [file]);
    expect(inbox.take('documents')).toEqual([file]);
    expect(inbox.take('documents')).toEqual([]);
  });
});

describe('DemoWalk', () => {
  it('follows the screens and ignores any other file', () => {
    const walk = new DemoWalk();
    walk.observe('clients', ['clients-dtmax.csv'], 'imported');
    expect(walk.state).toEqual({ kind: 'off' });
    walk.begin();
    walk.observe('clients', ['vraie-liste.csv'], 'imported');
    expect(walk.state).toEqual({ kind: 'step', index: 0, stage: 'preview' });
    walk.observe('clients', ['clients-dtmax.csv'], 'preview');
    expect(walk.state).toMatchObject({ stage: 'review' });
    walk.observe('clients', ['clients-dtmax.csv'], 'imported');
    expect(walk.state).toMatchObject({ stage: 'imported' });
    walk.next();
    walk.next();
    expect(walk.step).toEqual({ file: 't183-2025.zip', destination: 'documents' });
    walk.next();
    expect(walk.state).toEqual({ kind: 'done' });
  });
});

describe('KeptSessions', () => {
  class Session {
    busy = false;
    disposed = false;
    dispose(): void {
      this.disposed = true;
    }
  }

  it('gives the same session back, until it is cleared', () => {
    const sessions = new KeptSessions();
    const first = sessions.keep(Session, () => new Session());
    expect(sessions.keep(Session, () => new Session())).toBe(first);
    first.busy = true;
    expect(sessions.busy).toBe(true);
    sessions.clear();
    expect([first.disposed, sessions.busy]).toEqual([true, false]);
    expect(sessions.keep(Session, () => new Session())).not.toBe(first);
  });
});

describe('UpdateControl', () => {
  function withWorker() {
    const listeners = new Map<string, (event: { isUpdate?: boolean; isExternal?: boolean }) => void>();
    const worker = {
      addEventListener: (type, listener) => listeners.set(type, listener),
      register: async () => undefined,
      update: async () => undefined,
      messageSkipWaiting: vi.fn(),
    } satisfies ServiceWorkerPort;
    const reload = vi.fn();
    const update = new UpdateControl(() => worker, reload);
    return { update, worker, reload, tell: (type: string, event = {}) => listeners.get(type)?.(event) };
  }

  it('waits, asks, then switches and reloads', async () => {
    const { update, worker, reload, tell } = withWorker();
    await update.register('/sw.js');
    expect(update.waiting).toBe(false);
    tell('waiting');
    expect([update.waiting, worker.messageSkipWaiting.mock.calls.length]).toEqual([true, 0]);
    update.apply();
    expect([worker.messageSkipWaiting.mock.calls.length, reload.mock.calls.length]).toEqual([1, 0]);
    tell('controlling', { isUpdate: true });
    expect(reload).toHaveBeenCalledOnce();
  });

  it('does not reload a page because another tab switched: it asks there too', async () => {
    const { update, worker, reload, tell } = withWorker();
    await update.register('/sw.js');
    tell('controlling', { isExternal: true });
    expect([update.waiting, reload.mock.calls.length]).toEqual([true, 0]);
    update.apply();
    expect([worker.messageSkipWaiting.mock.calls.length, reload.mock.calls.length]).toEqual([0, 1]);
  });

  it('takes the very first worker as no update', async () => {
    const { update, reload, tell } = withWorker();
    await update.register('/sw.js');
    tell('controlling', {});
    expect([update.waiting, reload.mock.calls.length]).toEqual([false, 0]);
  });

  it('lives without service workers, and with a browser that refuses one', async () => {
    const none = new UpdateControl(() => null);
    await none.register('/sw.js');
    none.apply();
    const { update, worker } = withWorker();
    worker.register = async () => Promise.reject(new Error('refused'));
    await update.register('/sw.js');
    expect(update.waiting).toBe(false);
  });
});
