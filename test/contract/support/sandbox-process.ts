import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { nodeBundle } from '../../tools/node-bundle.mjs';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

export interface SandboxProcess {
  readonly url: string;
  readonly output: () => string;
  /** Ends it with the signal; answers its exit code (null when the signal killed it). */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** The sandbox as `npm start` runs it, on a free port. */
export async function startProcess(env: NodeJS.ProcessEnv): Promise<SandboxProcess> {
  const child = spawn(process.execPath, [await nodeBundle('test/sandbox/serve.ts')], {
    cwd: ROOT,
    env: { ...process.env, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString('utf8');
      const found = /^Prêt : (http:\/\/localhost:\d+)$/m.exec(output)?.[1];
      if (found !== undefined) resolve(found);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${output}`)));
  });
  return { url, output: () => output, end: (signal) => end(child, signal) };
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code));
    child.kill(signal);
  });
}
