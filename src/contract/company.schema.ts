import { looseText } from './wire';
import { z } from './zod';

export const companySchema = z.looseObject({
  nom: looseText,
  email: looseText,
  tel: looseText,
  adresse: looseText,
  ville: looseText,
  prov: looseText,
  cp: looseText,
  country: looseText,
});

/** `GET company` answers its one company as a list. */
export const companyAnswerSchema = z.looseObject({
  data: z.array(companySchema).check(z.minLength(1)),
  success: z.optional(z.boolean()),
});

export type Company = z.infer<typeof companySchema>;
