import { lettersOf } from '../letters-of';
import type { HouseholdRelation } from './client';

/** The Lien / Relation column of a DT Max list. `null` when blank or unknown. */
export function householdRelation(text: string): HouseholdRelation | null {
  if (text === '') return null;
  const key = lettersOf(text);
  if (
    /^(?:chef|cheffamille|chefdefamille|chefdelafamille|head|headoffamily|familyhead|contribuable|contribuableprincipal|principal|taxpayer|client|titulaire)$/u.test(
      key,
    )
  )
    return 'head';
  if (
    /^(?:conjoint|conjointe|conj|epoux|epouse|partenaire|spouse|partner|commonlawpartner|conjointdefait|conjointedefait|mari|femme|husband|wife)$/u.test(
      key,
    )
  )
    return 'spouse';
  if (
    /^(?:personneacharge|pac|acharge|enfant|fils|fille|mere|pere|parent|petitfils|petitefille|dependant|dependent|child|son|daughter)$/u.test(
      key,
    )
  )
    return 'dependant';
  return null;
}
