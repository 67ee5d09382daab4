import { basename, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { judge } from './judge';

/** Semicolons, double quotes, UTF-8: what LibreOffice itself proposes for a file with the UTF-8 mark and semicolons. */
const CSV_AS_PROPOSED = 'CSV:59,34,76';

/**
 * `file` opened in LibreOffice and saved in `folder` under another extension; answers the new path. Throws with
 * LibreOffice's words when it did not. `filter` names the export filter where the extension alone leaves a choice.
 */
export function saveAs(file: string, extension: string, folder: string, filter = ''): string {
  const csv = extname(file) === '.csv' ? [`--infilter=${CSV_AS_PROPOSED}`] : [];
  const target = filter === '' ? extension : `${extension}:${filter}`;
  const { status, stdout, stderr } = judge('soffice', [
    '--headless',
    // A profile of its own: a second LibreOffice under one profile ends at once.
    `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`,
    ...csv,
    '--convert-to',
    target,
    '--outdir',
    folder,
    file,
  ]);
  if (status !== 0 || !stdout.includes('convert ')) throw new Error(`LibreOffice: ${stdout} ${stderr}`);
  return join(folder, `${basename(file, extname(file))}.${extension}`);
}
