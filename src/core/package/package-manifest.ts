import type { BatchId } from '../ids';
import { canonicalJson } from '../outbox/canonical-json';
import type { JsonValue } from '../outbox/canonical-json';
import type { TextDigest } from '../outbox/freeze';
import type { PackagePart } from './package-plan';

export const MANIFEST_NAME = 'manifest.json';

/**
 * What the archive holds, as JSON text: per file its SHA-256, size, form, year and the digest of its delivery key; per
 * envelope its client, its recipients, and the labels and follow-up day that its folder is to have. No clock: the same
 * batch gives the same bytes. `digest` is the SHA-256 of the canonical JSON (RFC 8785) of everything else.
 * docs/sync-protocol.md, « The package ».
 */
export async function packageManifest(
  part: PackagePart,
  place: { readonly batch: BatchId; readonly number: number; readonly of: number },
  digest: TextDigest,
): Promise<string> {
  const envelopes: JsonValue[] = [];
  for (const { envelope, folder, files } of part) {
    const { purpose, title, recipients, labels, followUpOn } = envelope.draft;
    const listed: JsonValue[] = [];
    for (const { path, size, content } of files) {
      const { formCode, taxYear, sha256, pageCount, deliveryKey, fields } = content;
      const deliveryKeySha256 = await digest(deliveryKey);
      listed.push({ path, sha256, size, form: formCode, taxYear, pageCount, fields: fields.length, deliveryKeySha256 });
    }
    envelopes.push({
      clientCode: envelope.client.code,
      folder,
      purpose,
      title,
      recipients: recipients.map(({ name, email, language, role }) => ({ name, email, language, role })),
      files: listed,
      ...(labels === undefined ? {} : { labels }),
      ...(followUpOn === undefined ? {} : { followUpOn }),
    });
  }
  const body: { readonly [name: string]: JsonValue } = {
    format: 'impot-sync-package',
    version: 1,
    batch: place.batch,
    part: place.number,
    parts: place.of,
    envelopes,
  };
  return `${JSON.stringify({ ...body, digest: await digest(canonicalJson(body)) }, null, 2)}\n`;
}
