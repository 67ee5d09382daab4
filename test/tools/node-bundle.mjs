import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from './ensure-dependencies.mjs';
import { inputsDigest } from './inputs-digest.mjs';

const INPUTS = ['src', 'test/sandbox', 'test/faults', 'test/tools', 'package-lock.json'];

const bundles = new Map();

/**
 * An entry of ours with its own modules as one JavaScript file, made once for one state of the sources: Node starts it
 * in a third of the time that it takes to read each module as TypeScript, and a seed of faults starts a hundred.
 * @param entry From the root, e.g. `test/sandbox/serve.ts`.
 * @returns The path of the file.
 */
export function nodeBundle(entry) {
  const known = bundles.get(entry) ?? bundle(entry);
  bundles.set(entry, known);
  return known;
}

async function bundle(entry) {
  const cache = join(root, 'node_modules', '.cache', 'impot-sync');
  const name = basename(entry, '.ts');
  const made = join(cache, `${name}-${inputsDigest(INPUTS).slice(0, 16)}`);
  const file = join(made, `${name}.mjs`);
  if (existsSync(file)) return file;
  const { build } = await import('vite');
  // Several test files may want it at once: each makes its own, and the first to be whole is the one.
  const draft = `${made}.${process.pid}`;
  mkdirSync(cache, { recursive: true });
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    build: {
      ssr: entry,
      target: 'node20',
      outDir: draft,
      emptyOutDir: true,
      minify: false,
      rolldownOptions: { output: { entryFileNames: '[name].mjs', codeSplitting: false } },
    },
  });
  try {
    renameSync(draft, made);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(file)) throw error;
  }
  return file;
}
