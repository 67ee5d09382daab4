import type { EnvelopePurpose } from '../envelopes/envelope';
import type { FormCode } from './form-code';
import type { SignerRole } from './placed-field';

/** What the product knows of one form or paper. Signers and purposes: facts of the office, domain §5. */
export interface CatalogEntry {
  readonly purpose: EnvelopePurpose;
  /** Who signs it; empty for consultation. `taxpayer` also stands for the legal representative in his place. */
  readonly signers: readonly SignerRole[];
  readonly title: { readonly fr: string; readonly en: string };
  /** True when the form is filed for one person alone, so that anybody else's SIN on it is a mistake. */
  readonly onePerson: boolean;
}

const signed = (signer: SignerRole, fr: string, en: string, onePerson = false): CatalogEntry => ({
  purpose: 'signature',
  signers: [signer],
  title: { fr, en },
  onePerson,
});

const consulted = (fr: string, en: string): CatalogEntry => ({
  purpose: 'consultation',
  signers: [],
  title: { fr, en },
  onePerson: false,
});

export const FORM_CATALOG: Readonly<Record<FormCode, CatalogEntry>> = {
  T183: signed(
    'taxpayer',
    'T183 – Transmission électronique (particulier)',
    'T183 – Electronic filing (individual)',
    true,
  ),
  T183CORP: signed(
    'officer',
    'T183CORP – Transmission électronique (société)',
    'T183CORP – Electronic filing (corporation)',
  ),
  T183TRUST: signed(
    'representative',
    'T183TRUST – Transmission électronique (fiducie)',
    'T183TRUST – Electronic filing (trust)',
  ),
  'TP-1000.TE': signed(
    'taxpayer',
    'TP-1000.TE – Transmission par Internet (particulier)',
    'TP-1000.TE – Online filing (individual)',
    true,
  ),
  'CO-1000.TE': signed(
    'officer',
    'CO-1000.TE – Transmission par Internet (société)',
    'CO-1000.TE – Online filing (corporation)',
  ),
  T1: consulted('Déclaration fédérale T1', 'Federal T1 return'),
  'TP-1': consulted('Déclaration TP-1 du Québec', 'Quebec TP-1 return'),
  T2: consulted('Déclaration fédérale T2', 'Federal T2 return'),
  'CO-17': consulted('Déclaration CO-17 du Québec', 'Quebec CO-17 return'),
  T3: consulted('Déclaration T3 de fiducie', 'T3 trust return'),
  'MR-69': signed('taxpayer', 'MR-69 – Procuration de Revenu Québec', 'MR-69 – Revenu Québec authorization'),
  'AUT-01': signed('taxpayer', 'AUT-01 – Autorisation d’un représentant', 'AUT-01 – Authorize a representative'),
  'CRA-AUTH': signed('taxpayer', 'Autorisation de l’ARC', 'CRA authorization'),
  T1135: signed('taxpayer', 'T1135 – Biens étrangers', 'T1135 – Foreign property'),
  'TP-274': signed(
    'taxpayer',
    'TP-274 – Désignation d’un bien comme résidence principale',
    'TP-274 – Principal residence',
  ),
  ENGAGEMENT: signed('taxpayer', 'Lettre de mission', 'Engagement letter'),
  'CLIENT-LETTER': consulted('Lettre au client', 'Client letter'),
  INVOICE: consulted('Facture', 'Invoice'),
  INSTALMENTS: consulted('Acomptes provisionnels', 'Instalments'),
  OTHER: consulted('Autre document', 'Other document'),
};
