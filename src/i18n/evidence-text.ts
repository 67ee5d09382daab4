import type { Evidence, EvidenceCode } from '../core/documents/document-row';
import type { Language } from '../core/language';

type Words = Readonly<Record<Language, readonly [supports: string, against: string]>>;

/** Exhaustive: what was compared, said once for an agreement and once for a disagreement. Never the value itself. */
const EVIDENCE = {
  'file-name-sin': {
    fr: ['Le NAS du nom de fichier est celui du client', 'Le NAS du nom de fichier n’est pas celui du client'],
    en: ['The SIN in the file name is the client’s', 'The SIN in the file name is not the client’s'],
  },
  'file-name-masked-sin': {
    fr: ['Le NAS masqué du nom de fichier concorde', 'Le NAS masqué du nom de fichier ne concorde pas'],
    en: ['The masked SIN in the file name agrees', 'The masked SIN in the file name disagrees'],
  },
  'file-name-client-number': {
    fr: [
      'Le numéro de client du nom de fichier concorde',
      'Le numéro de client du nom de fichier est celui d’un autre',
    ],
    en: ['The client number in the file name agrees', 'The client number in the file name is someone else’s'],
  },
  'file-name-name': {
    fr: ['Le nom de personne du nom de fichier concorde', 'Le nom de fichier porte un autre nom de personne'],
    en: ['The person’s name in the file name agrees', 'The file name bears another person’s name'],
  },
  'content-sin': {
    fr: [
      'Le NAS imprimé dans le document est celui du client',
      'Le NAS imprimé dans le document n’est pas celui du client',
    ],
    en: ['The SIN printed in the document is the client’s', 'The SIN printed in the document is not the client’s'],
  },
  'content-masked-sin': {
    fr: ['Le NAS masqué du document concorde', 'Le NAS masqué du document ne concorde pas'],
    en: ['The masked SIN of the document agrees', 'The masked SIN of the document disagrees'],
  },
  'content-name': {
    fr: ['Le nom imprimé dans le document concorde', 'Le document porte un autre nom'],
    en: ['The name printed in the document agrees', 'The document bears another name'],
  },
  'content-postal-code': {
    fr: ['Le code postal du document concorde', 'Le code postal du document diffère'],
    en: ['The postal code of the document agrees', 'The postal code of the document differs'],
  },
  'content-client-number': {
    fr: ['Le numéro de client imprimé concorde', 'Le numéro de client imprimé est celui d’un autre'],
    en: ['The printed client number agrees', 'The printed client number is someone else’s'],
  },
  'foreign-sin': {
    fr: [
      'Le NAS d’une autre personne figure, à bon droit, dans ce formulaire',
      'Le document porte le NAS d’un autre client',
    ],
    en: ['Another person’s SIN appears, rightly, in this form', 'The document carries another client’s SIN'],
  },
  'other-name-for-sin': {
    fr: ['Le nom varie pour le même NAS', 'Ce NAS est connu sous un autre nom'],
    en: ['The name varies for the same SIN', 'This SIN is known under another name'],
  },
  'sin-seen-before': {
    fr: [
      'Ce NAS figure dans un autre document de ce client, de ce lot ou déjà importé, avec son adresse ou son numéro',
      'Un autre document donne un autre NAS à ce client, ou ce NAS à un autre client',
    ],
    en: [
      'This SIN stands in another document of this client, of this batch or already imported, with their address or number',
      'Another document gives this client another SIN, or this SIN to another client',
    ],
  },
  'two-clients-possible': {
    fr: ['Plusieurs clients ont été comparés', 'Deux clients ou plus peuvent convenir'],
    en: ['Several clients were compared', 'Two or more clients may fit'],
  },
} satisfies Record<EvidenceCode, Words>;

export function evidenceText(evidence: Evidence, language: Language): string {
  const [supports, against] = EVIDENCE[evidence.code][language] as readonly [string, string];
  return evidence.supports ? supports : against;
}
