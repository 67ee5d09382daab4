import { documentedItem, documentedList } from './documented-list';
import { looseFlag, looseId, looseNumber, looseText } from './wire';
import { z } from './zod';

export const clientContactSchema = z.looseObject({
  id: looseId,
  nom: looseText,
  fonction: looseText,
  departement: looseText,
  email: looseText,
  telephone: looseText,
  cell: looseText,
  fax: looseText,
});

/** A client as documented. A published sample writes `adresse2` for `address2`: both are read. There is no SIN. */
export const clientSchema = z.looseObject({
  id: looseId,
  code: looseText,
  name: looseText,
  inactive: looseFlag,
  creation_date: looseText,
  address: looseText,
  address2: looseText,
  adresse2: looseText,
  city: looseText,
  state: looseText,
  zipcode: looseText,
  phone: looseText,
  phone2: looseText,
  fax: looseText,
  email: looseText,
  website: looseText,
  phone_work: looseText,
  credit: looseNumber,
  term: looseText,
  contacts: z.optional(z.nullable(z.array(clientContactSchema))),
});

export const clientListSchema = documentedList(clientSchema);
export const clientAnswerSchema = documentedItem(clientSchema);
export const clientContactListSchema = documentedList(clientContactSchema);

const text = z.string().check(z.maxLength(500));

/** `POST clients`. Consumers always send a `code`, so it is required here; nothing says that it must be unique. */
export const clientCreateSchema = z.strictObject({
  name: text.check(z.regex(/\S/)),
  code: text.check(z.regex(/\S/)),
  email: z.optional(text),
  type: z.optional(text),
  address: z.optional(text),
  phone: z.optional(text),
});

/** Documented as answering `data.id`; the rest of the object may or may not be there. */
export const clientCreatedSchema = documentedItem(z.looseObject({ id: looseId }));

/** `PUT clients/{id}`: these fields and no others. `name` and `email` cannot be updated by the documented API. */
export const clientUpdateSchema = z.strictObject({
  address: z.optional(text),
  address2: z.optional(text),
  city: z.optional(text),
  state: z.optional(text),
  zipcode: z.optional(text),
  phone: z.optional(text),
  pays: z.optional(text),
  type: z.optional(text),
});

export type WireClient = z.infer<typeof clientSchema>;
export type ClientCreate = z.infer<typeof clientCreateSchema>;
export type ClientUpdate = z.infer<typeof clientUpdateSchema>;
