import { describe, expect, it } from 'vitest';
import { forbidsFields } from '../../../src/core/documents/pdf-traits';
import type { PdfTraits } from '../../../src/core/documents/pdf-traits';
import { particularsText, protectionText } from '../../../src/i18n/traits-text';

const PLAIN: PdfTraits = {
  pages: 1,
  encrypted: false,
  withheld: [],
  form: false,
  xfa: false,
  signatures: 0,
  certification: null,
  locksFields: false,
  usageRights: false,
  scripts: 0,
  attachments: 0,
  soundXref: true,
  hybridXref: false,
};

describe('the rights that preparing needs', () => {
  it.each([
    [[], false],
    [['printing', 'copying', 'assembly'], false],
    // Filling what exists is less than adding a field.
    [['formFilling'], false],
    [['changes'], true],
    [['annotations'], true],
    [['changes', 'annotations', 'formFilling'], true],
  ] as const)('withheld: %j → forbids %j', (withheld, forbids) => {
    expect(forbidsFields({ withheld })).toBe(forbids);
  });
});

describe('a PDF in words', () => {
  const everything: PdfTraits = {
    ...PLAIN,
    encrypted: true,
    withheld: ['changes', 'annotations'],
    form: true,
    signatures: 2,
    certification: 2,
    locksFields: true,
    usageRights: true,
    scripts: 1,
    attachments: 3,
    hybridXref: true,
  };

  it('says nothing of a plain one', () => {
    expect(protectionText({ traits: PLAIN, locked: false }, 'fr')).toBe('aucune');
    expect(particularsText(PLAIN, 'fr')).toBe('aucune');
    expect(particularsText(PLAIN, 'en')).toBe('none');
  });

  it('names the kind of password, and the rights withheld', () => {
    expect(protectionText({ traits: everything, locked: false }, 'fr')).toBe(
      'mot de passe du propriétaire\u00a0: s’ouvre sans lui · droits retirés\u00a0: modifier, annoter',
    );
    expect(protectionText({ traits: { ...everything, withheld: [] }, locked: true }, 'en')).toBe(
      'password to open · no right withheld',
    );
  });

  it('names everything that most files do not carry', () => {
    expect(particularsText(everything, 'fr')).toBe(
      '2 signatures numériques · certifié\u00a0: remplissage permis · une signature y fige des champs · ' +
        'droits d’utilisation Adobe · formulaire à remplir · 1 script · 3 fichiers joints · table des objets hybride',
    );
    expect(particularsText({ ...PLAIN, form: true, xfa: true, soundXref: false }, 'en')).toBe(
      'XFA form · damaged cross-reference',
    );
  });
});
