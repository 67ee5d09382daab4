import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/**
 * Checks a package of envelopes to hand over: every file against the manifest, the manifest against its own digest,
 * nothing besides. Imports nothing of the app, so that it cannot agree with it by construction.
 * `npm run verify-package -- FILE`
 */
export function verifyPackage(archive: Buffer): { readonly files: number; readonly faults: readonly string[] } {
  const faults: string[] = [];
  const entries = readStoredZip(archive);
  const manifestBytes = entries.get('manifest.json');
  if (manifestBytes === undefined) return { files: 0, faults: ['manifest.json is missing'] };
  const manifest = JSON.parse(manifestBytes.toString('utf8')) as Record<string, unknown>;
  const { digest, ...body } = manifest;
  if (manifest['format'] !== 'impot-sync-package' || manifest['version'] !== 1)
    faults.push('unknown format or version');
  if (digest !== sha256(Buffer.from(sortedJson(body)))) faults.push('the manifest was changed: its digest differs');
  const listed = new Set(['manifest.json']);
  for (const envelope of listOf(body['envelopes'])) {
    for (const file of listOf(envelope['files'])) {
      const path = String(file['path']);
      listed.add(path);
      const content = entries.get(path);
      if (content === undefined) faults.push(`${path} is missing`);
      else if (content.length !== file['size']) faults.push(`${path}: its size differs`);
      else if (sha256(content) !== file['sha256']) faults.push(`${path}: its SHA-256 differs`);
      if (!path.startsWith(`${String(envelope['folder'])}/`)) faults.push(`${path} is not in its client's folder`);
      if (!/^[0-9a-f]{64}$/.test(String(file['deliveryKeySha256'])))
        faults.push(`${path}: no digest of a delivery key`);
    }
  }
  const files = listed.size - 1;
  for (const [path, content] of entries) {
    if (/\d{3}[ ._-]?\d{3}[ ._-]?\d{3}/.test(path)) faults.push(`${path}: nine digits in a name`);
    if (listed.has(path)) continue;
    if (!/^[^/]+\.csv$/.test(path)) faults.push(`${path} is not in the manifest`);
    else if (content.subarray(0, 3).toString('hex') !== 'efbbbf') faults.push(`${path}: no byte order mark`);
  }
  if (files === 0) faults.push('the package holds no document');
  return { files, faults };
}

/** Entries by name, from the central directory; local headers must say the same. Throws on what is not a plain ZIP. */
function readStoredZip(archive: Buffer): Map<string, Buffer> {
  const end = archive.lastIndexOf(Buffer.from('504b0506', 'hex'));
  if (end < 0) throw new Error('not a ZIP');
  const count = archive.readUInt16LE(end + 10);
  const entries = new Map<string, Buffer>();
  for (let index = 0, at = archive.readUInt32LE(end + 16); index < count; index += 1) {
    if (archive.readUInt32LE(at) !== 0x02014b50) throw new Error('its directory is damaged');
    const [size, nameLength] = [archive.readUInt32LE(at + 20), archive.readUInt16LE(at + 28)];
    const name = archive.subarray(at + 46, at + 46 + nameLength);
    const local = archive.readUInt32LE(at + 42);
    const same = archive.subarray(local + 30, local + 30 + archive.readUInt16LE(local + 26)).equals(name);
    const sized = archive.readUInt32LE(local + 18) === size && archive.readUInt16LE(local + 8) === 0;
    if (archive.readUInt32LE(local) !== 0x04034b50 || !same || !sized) throw new Error('a local header differs');
    const start = local + 30 + nameLength + archive.readUInt16LE(local + 28);
    if (entries.has(name.toString('utf8'))) throw new Error('a name occurs twice');
    entries.set(name.toString('utf8'), archive.subarray(start, start + size));
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return entries;
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

function listOf(value: unknown): readonly Record<string, unknown>[] {
  return Array.isArray(value) ? (value as Record<string, unknown>[]) : [];
}

function sortedJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sortedJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${sortedJson(member)}`).join(',')}}`;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [file] = process.argv.slice(2);
  if (file === undefined) {
    process.stderr.write('npm run verify-package -- FILE\n');
    process.exit(2);
  }
  let result: ReturnType<typeof verifyPackage>;
  try {
    result = verifyPackage(readFileSync(file));
  } catch (error) {
    result = { files: 0, faults: [error instanceof Error ? error.message : 'unreadable'] };
  }
  for (const fault of result.faults) process.stdout.write(`${fault}\n`);
  process.stdout.write(`${result.files} documents, ${result.faults.length} faults\n`);
  process.exit(result.faults.length === 0 ? 0 : 1);
}
