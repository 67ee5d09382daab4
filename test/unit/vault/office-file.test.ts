import { describe, expect, it } from 'vitest';
import { readOfficeFile, writeOfficeFile } from '../../../src/core/vault/office-file';

const OFFICE = { id: 'bureau-fictif', sealedKey: '{"version":1}', index: 'AAECAw==' };

describe('an office file', () => {
  it('is read as it was written', () => {
    expect(readOfficeFile(writeOfficeFile(OFFICE))).toEqual({ ok: true, value: OFFICE });
  });

  it.each([
    ['', 'office/unreadable-file'],
    ['No client;Nom', 'office/unreadable-file'],
    ['[]', 'office/unreadable-file'],
    ['{"format":"impot-sync/column-mappings","version":1,"mappings":[]}', 'office/unreadable-file'],
    ['{"format":"impot-sync/office","version":2}', 'office/newer-version'],
    ['{"format":"impot-sync/office","version":1,"id":"x","sealedKey":"y"}', 'office/unreadable-file'],
    ['{"format":"impot-sync/office","version":1,"id":"","sealedKey":"y","index":"z"}', 'office/unreadable-file'],
  ])('%s is refused', (text, code) => {
    const read = readOfficeFile(text);
    expect(read.ok ? null : read.error.code).toBe(code);
  });
});
