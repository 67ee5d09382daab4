import { describe, expect, it } from 'vitest';
import { fieldChanges } from '../../../src/core/clients/field-changes';
import { planRowStatus } from '../../../src/core/clients/plan-row-status';
import { aLocal, anAddress, anImported, aServer } from './support/clients';

const ALIZE = anImported('Éloi Alizé', {
  email: 'eloi@b.example',
  phone: '+15145550123',
  language: 'fr',
  address: anAddress({
    street: '12, boulevard Saint-Fictif',
    unit: '4',
    city: 'Saint-Jérôme',
    province: 'QC',
    postalCode: 'J7Z 1A1',
  }),
});
const SAME = aServer(1, 'Éloi Alizé', {
  email: 'eloi@b.example',
  phone: '514 555-0123',
  language: 'fr',
  address: '12, boulevard Saint-Fictif',
  address2: '4',
  city: 'Saint-Jérôme',
  state: 'QC',
  zipcode: 'J7Z 1A1',
});

describe('changes field by field', () => {
  it.each([
    [{}],
    [{ name: 'ALIZE, Eloi' }],
    [{ email: 'Eloi@B.example ' }],
    [{ phone: '(514) 555-0123' }],
    [{ phone: '1 514 555 0123' }],
    [{ zipcode: 'j7z1a1' }],
    [{ state: 'Québec' }],
    [{ city: 'ST-JEROME' }],
    [{ address: '12 boul. St-Fictif' }],
    [{ address2: 'app. 4' }],
    [{ address: '12, boul. Saint-Fictif, app. 4', address2: '' }],
    [{ address: '4-12, boul. Saint-Fictif', address2: '' }],
  ])('a difference of writing is none: %j', (values) =>
    expect(fieldChanges(ALIZE, { ...SAME, ...values }, true)).toEqual([]),
  );

  it.each([
    ['name', 'Éloi Bise', 'Éloi Alizé'],
    ['email', 'autre@b.example', 'eloi@b.example'],
    ['email', '', 'eloi@b.example'],
    ['phone', '514 555-0199', '514 555-0123'],
    ['zipcode', 'J7Z 1A2', 'J7Z 1A1'],
    ['city', 'Saint-Jean', 'Saint-Jérôme'],
    ['state', 'ON', 'QC'],
    ['address', '14, boulevard Saint-Fictif', '12, boulevard Saint-Fictif'],
    ['address2', '5', '4'],
    ['address2', '', '4'],
    ['language', 'en', 'fr'],
  ] as const)('%s %j → %j', (field, before, after) => {
    expect(fieldChanges(ALIZE, { ...SAME, [field]: before }, true)).toEqual([{ field, before, after }]);
  });

  it('a blank in the list erases nothing; language is left alone without the extension', () => {
    expect(fieldChanges(anImported('Éloi Alizé'), SAME, true)).toEqual([]);
    expect(fieldChanges(ALIZE, { ...SAME, language: null }, false)).toEqual([]);
    expect(fieldChanges(ALIZE, { ...SAME, language: null }, true)).toEqual([
      { field: 'language', before: '', after: 'fr' },
    ]);
  });

  it('a number outside North America goes as E.164', () => {
    const abroad = anImported('Éloi Alizé', { phone: '+33142685300' });
    expect(fieldChanges(abroad, SAME, true)).toEqual([
      { field: 'phone', before: '514 555-0123', after: '+33142685300' },
    ]);
  });
});

describe('status', () => {
  const base = {
    client: ALIZE,
    issues: [],
    duplicate: false,
    previous: null,
    pending: false,
    extension: true,
    mode: 'create-and-update',
  } as const;

  it('a field changed here and in GEM-BOOKS since the last import is a conflict; changed in one place only, it is not', () => {
    const previous = { ...aLocal('l', 'Éloi Alizé'), ...ALIZE, phone: '+15145550100' };
    expect(planRowStatus({ ...base, server: { ...SAME, phone: '514 555-0199' }, previous }).status).toBe('conflict');
    expect(planRowStatus({ ...base, server: { ...SAME, phone: '514 555-0100' }, previous }).status).toBe('update');
    expect(
      planRowStatus({
        ...base,
        server: { ...SAME, phone: '514 555-0199' },
        previous: { ...previous, phone: ALIZE.phone },
      }).status,
    ).toBe('update');
    expect(planRowStatus({ ...base, server: SAME, previous }).status).toBe('unchanged');
  });

  it('what is under way is compared as if it had arrived', () => {
    const previous = { ...aLocal('l', 'Éloi Alizé'), ...ALIZE };
    expect(planRowStatus({ ...base, server: null, previous, pending: true }).status).toBe('unchanged');
    expect(planRowStatus({ ...base, server: { ...SAME, phone: '' }, previous, pending: true }).status).toBe(
      'unchanged',
    );
    const later = { ...base, client: { ...ALIZE, phone: '+15145550199' }, server: null, previous, pending: true };
    expect(planRowStatus(later)).toMatchObject({
      status: 'update',
      changes: [{ field: 'phone', before: '514 555-0123', after: '514 555-0199' }],
    });
  });

  it('errors first, then doubts', () => {
    const error = { code: 'name-missing', severity: 'error' } as const;
    const check = { code: 'near-name', severity: 'check' } as const;
    expect(planRowStatus({ ...base, server: SAME, issues: [check, error] }).status).toBe('error');
    expect(planRowStatus({ ...base, server: null, issues: [check] }).status).toBe('check');
    expect(planRowStatus({ ...base, server: null }).status).toBe('create');
  });
});
