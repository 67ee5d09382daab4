import { describe, expect, it } from 'vitest';
import { ClientDirectory } from '../../../src/core/documents/client-directory';
import { documentFacts } from '../../../src/core/documents/document-facts';
import type { Evidence } from '../../../src/core/documents/document-row';
import { othersSeen } from '../../../src/core/documents/others-seen';
import { testClient } from './test-client';
import { page } from './test-page';

const eve = testClient('eve', 'Ève Côté', { sin: '046454286', clientNumber: '10' });
const anne = testClient('anne', 'Anne Roy', { sin: '999085582', clientNumber: '20' });
const paul = testClient('paul', 'Paul Noir', { clientNumber: '30' });
const office = new ClientDirectory([eve, anne, paul]);

const facts = documentFacts([
  page(['Prénom Nom de famille', 'Numéro d’assurance sociale', 'Ève Côté', '046 454 286']),
  page(['Prénom Nom de famille', 'Numéro d’assurance sociale', 'Anne Roy', '999 085 582'], { page: 2 }),
]);
const seen = (...evidence: readonly Evidence[]) => othersSeen(facts, eve, evidence, office).map(({ id }) => id);

describe('whom a contradiction speaks of', () => {
  it('is the client whose number the page bears', () => {
    expect(seen({ code: 'foreign-sin', supports: false, page: 2 })).toEqual([anne.id]);
  });

  it('is the client whose name the page bears', () => {
    expect(seen({ code: 'content-name', supports: false, page: 2 })).toEqual([anne.id]);
  });

  it('is said once, and never the client, nor on the word of what agrees', () => {
    const twice = (['foreign-sin', 'content-name'] as const).map((code) => ({ code, supports: false, page: 2 }));
    expect(seen(...twice)).toEqual([anne.id]);
    expect(seen({ code: 'foreign-sin', supports: false, page: 1 })).toEqual([]);
    expect(seen({ code: 'foreign-sin', supports: true, page: 2 })).toEqual([]);
  });

  it('is nobody where the page is not told, or the number is masked', () => {
    expect(seen({ code: 'two-clients-possible', supports: false })).toEqual([]);
    expect(seen({ code: 'content-masked-sin', supports: false, page: 2 })).toEqual([]);
  });
});
