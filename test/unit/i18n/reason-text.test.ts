import { describe, expect, it } from 'vitest';
import { appError } from '../../../src/core/app-error';
import { errorText, isErrorCode } from '../../../src/i18n/error-text';
import { evidenceText } from '../../../src/i18n/evidence-text';
import { heldReasonText } from '../../../src/i18n/held-reason-text';
import { listFieldText } from '../../../src/i18n/list-field-text';

describe('errorText', () => {
  it('says what happened and what to do, in the language asked for', () => {
    expect(errorText(appError('vault/passphrase-too-short'), 'fr')).toEqual({
      what: 'La phrase de passe est trop courte.',
      todo: 'Elle doit compter au moins 12 caractères.',
    });
    expect(errorText(appError('vault/passphrase-too-short'), 'en').what).toBe('The passphrase is too short.');
  });
});

describe('heldReasonText', () => {
  it('knows its own reasons, error codes, and admits a reason it does not know', () => {
    expect(heldReasonText('by-hand', 'fr')).toBe('Retenu à la main.');
    expect(heldReasonText('storage/missing-document', 'en')).toContain('A sealed document is gone');
    expect(heldReasonText('reason-of-tomorrow', 'fr')).toBe('En attente d’une décision.');
  });

  it('is not fooled by names that every object has', () => {
    expect(heldReasonText('toString', 'fr')).toBe('En attente d’une décision.');
    expect(isErrorCode('constructor')).toBe(false);
  });
});

describe('evidenceText', () => {
  it('says the same comparison for and against', () => {
    expect(evidenceText({ code: 'foreign-sin', supports: false }, 'fr')).toBe(
      'Le document porte le NAS d’un autre client',
    );
    expect(evidenceText({ code: 'content-name', supports: true }, 'en')).toBe(
      'The name printed in the document agrees',
    );
  });
});

describe('listFieldText', () => {
  it('shows a field of a newer worker as it is', () => {
    expect(listFieldText('sin', 'fr')).toBe('NAS');
    expect(listFieldText('horoscope', 'fr')).toBe('horoscope');
  });
});
