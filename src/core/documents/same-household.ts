import type { LocalClient } from '../clients/client';

/** Separated spouses lose every exemption a household gives (product §2.2). */
export const areSeparated = ({ maritalStatus }: LocalClient): boolean =>
  maritalStatus === 'separated' || maritalStatus === 'divorced';

/** Two people of one return family who live as one. */
export function isSameHousehold(a: LocalClient, b: LocalClient): boolean {
  const isChild = a.relation === 'dependant' || b.relation === 'dependant';
  if (!isChild && (areSeparated(a) || areSeparated(b))) return false;
  return (
    (a.household !== null && a.household === b.household) ||
    (a.clientNumber !== null && a.clientNumber === b.clientNumber)
  );
}
