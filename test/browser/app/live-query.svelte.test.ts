import { flushSync } from 'svelte';
import { expect, it, onTestFinished, vi } from 'vitest';
import { LiveQuery } from '../../../src/app/live-query.svelte';
import { openDatabase } from '../../../src/store/open-database';
import { watchTables } from '../../../src/store/watch-tables';
import { randomId } from '../../../src/vault/random-id';
import { valueOf } from '../store/start-store-worker';

it('shows what is committed for as long as someone looks', async () => {
  const database = valueOf(await openDatabase({ name: randomId() }));
  onTestFinished(() => {
    database.close();
  });
  let runs = 0;
  const themes = new LiveQuery<string[]>(
    async () => {
      runs += 1;
      return (await database.deployment.toArray()).map(({ value }) => String(value));
    },
    [],
    (callback) => watchTables(database, ['deployment'], callback),
  );
  const seen: string[][] = [];
  const stop = $effect.root(() => {
    $effect(() => {
      seen.push([...themes.current]);
    });
  });
  flushSync();
  await vi.waitFor(() => expect(runs).toBe(1));
  await database.deployment.put({ name: 'theme', value: 'dark' });
  await vi.waitFor(() => expect(seen.at(-1)).toEqual(['dark']));
  await database.deployment.put({ name: 'language', value: 'en' });
  await vi.waitFor(() => expect(seen.at(-1)).toEqual(['en', 'dark']));
  // However much changes while it rests, it looks once.
  const looks = runs;
  for (let at = 0; at < 20; at += 1) await database.deployment.put({ name: 'language', value: at % 2 ? 'fr' : 'en' });
  await vi.waitFor(() => expect(seen.at(-1)).toEqual(['fr', 'dark']));
  expect(runs - looks).toBeLessThan(10);
  stop();
  await Promise.resolve();
  const before = runs;
  await database.deployment.put({ name: 'theme', value: 'light' });
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(runs).toBe(before);
  expect(seen[0]).toEqual([]);
});
