/** Columns of the Aperçu of clients that a person may take away; the name and the state stay. The choice is stored by position: add at the end. */
export const CLIENT_COLUMNS = ['code', 'email', 'city', 'birthDate', 'accountManager', 'row', 'remark'] as const;
export type ClientColumn = (typeof CLIENT_COLUMNS)[number];
