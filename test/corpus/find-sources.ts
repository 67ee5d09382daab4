import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { extensionOf } from './kind';
import { KINDS } from './kinds/all-kinds';

export interface Source {
  /** Relative to the folder asked for, with `/`. */
  readonly file: string;
  readonly path: string;
  /** Milliseconds the page gives it. */
  readonly limitMs: number;
}

/** Every file under `folder` whose extension a kind takes, in order of path. Links are not followed. */
export function findSources(folder: string): Source[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .flatMap((entry) => {
      const kind = KINDS.find(({ extensions }) => extensions.includes(extensionOf(entry.name)));
      if (!entry.isFile() || !kind) return [];
      const path = join(entry.parentPath, entry.name);
      return [{ file: relative(folder, path).replaceAll('\\', '/'), path, limitMs: kind.limit.ms }];
    })
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}
