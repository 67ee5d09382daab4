import { documentFacts } from '../../src/core/documents/document-facts';
import { evidenceMarks } from '../../src/core/documents/evidence-marks';
import type { ClientDirectory } from '../../src/core/documents/client-directory';
import { maskSin } from '../../src/core/identifiers/masking';
import type { LocalClientId } from '../../src/core/ids';
import { ok } from '../../src/core/result';
import type { Result } from '../../src/core/result';
import type { SeenClient } from '../../src/worker-bridge/documents-worker-api';
import { inspectPdf } from '../pdf/inspect';
import type { Pdfium } from '../pdf/pdfium';
import type { BatchItem } from './batch-item';

/** What a document shows of each of these clients, and what the list says of them; unknown ids are left out. */
export async function lookAt(
  pdfium: Pdfium,
  { source, row, password }: BatchItem,
  ids: readonly LocalClientId[],
  directory: ClientDirectory,
): Promise<Result<readonly SeenClient[]>> {
  const bytes = await source.read(password);
  if (!bytes.ok) return bytes;
  const inspected = await inspectPdf(pdfium, bytes.value, password);
  if (!inspected.ok) return inspected;
  const facts = documentFacts(inspected.value.pages);
  return ok(
    ids.flatMap((id): SeenClient[] => {
      const client = directory.byId(id);
      if (client === null) return [];
      const { name, sin, clientNumber, birthDate, address, email } = client;
      return [
        {
          id,
          name: name.full,
          sin: sin === null ? null : maskSin(sin),
          clientNumber,
          birthDate,
          postalCode: address.postalCode,
          city: address.city,
          email,
          marks: evidenceMarks(facts, client, directory, row.form),
        },
      ];
    }),
  );
}
