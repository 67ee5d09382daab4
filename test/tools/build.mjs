import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runBin } from './ensure-dependencies.mjs';
import { inputsDigest } from './inputs-digest.mjs';

const INPUTS = ['src', 'workers', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'];
const stamp = join(root, 'dist', '.inputs');

/** Builds `dist/` when its inputs changed. Answers false when the build fails. */
export function ensureBuilt() {
  const digest = inputsDigest(INPUTS);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return true;
  console.log("Construction de l'application (vite build)…");
  const { status } = runBin('vite/bin/vite.js', ['build', '--logLevel', 'warn']);
  if (status !== 0) return false;
  writeFileSync(stamp, digest);
  return true;
}
