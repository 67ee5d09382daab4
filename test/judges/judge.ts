import { spawnSync } from 'node:child_process';

export interface Verdict {
  /** The program's exit status; null when it could not be started or was killed. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface JudgeOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** Runs an outside program to its end, in UTF-8 and English, and answers what it said. Never throws. */
export function judge(command: string, args: readonly string[], { env, cwd }: JudgeOptions = {}): Verdict {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    timeout: 300_000,
    env: { ...process.env, LC_ALL: 'C.UTF-8', ...env },
    ...(cwd === undefined ? {} : { cwd }),
  });
  return { status, stdout: stdout ?? '', stderr: error ? String(error) : (stderr ?? '') };
}
