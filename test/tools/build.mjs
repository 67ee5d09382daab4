import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runBin } from './ensure-dependencies.mjs';

const INPUTS = ['src', 'workers', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'];
const stamp = join(root, 'dist', '.inputs');

/** Every input's path and content: a build is as old as what it was made from, not as its date. */
function inputsDigest() {
  const hash = createHash('sha256');
  const visit = (path) => {
    const full = join(root, path);
    if (!existsSync(full)) return;
    if (statSync(full).isDirectory()) {
      for (const name of readdirSync(full).sort()) visit(join(path, name));
      return;
    }
    hash.update(path).update('\0').update(readFileSync(full)).update('\0');
  };
  INPUTS.forEach(visit);
  return hash.digest('hex');
}

/** Builds `dist/` when its inputs changed. Answers false when the build fails. */
export function ensureBuilt() {
  const digest = inputsDigest();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return true;
  console.log("Construction de l'application (vite build)…");
  const { status } = runBin('vite/bin/vite.js', ['build', '--logLevel', 'warn']);
  if (status !== 0) return false;
  writeFileSync(stamp, digest);
  return true;
}
