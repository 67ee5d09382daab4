/** Fills `{name}` places. One that we do not know passes through untouched, as GEM-BOOKS does. */
export const fillPlaceholders = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(
    /\{(\w+)\}/g,
    (whole, name: string) => (Object.hasOwn(values, name) ? values[name] : undefined) ?? whole,
  );

const SENSITIVE = [
  /** Nine digits in groups: a SIN or a BN. */
  /(?<!\d)\d{3}[ .-]?\d{3}[ .-]?\d{3}(?!\d)/,
  /** An amount. */
  /\d[\d \u00a0\u202f.,]*\s?\$|\$\s?\d/,
  /** A whole day, as a birth date is: 1980-05-12, 12/05/1980, 12 mai 1980, May 12, 1980. */
  /(?<!\d)(?:(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d)(?!\d)/,
  /(?<!\d)\d{1,2}(?:er)? (?:janv|f[ée]vr|mars|avr|mai|juin|juil|ao[ûu]t|sept|oct|nov|d[ée]c)[a-zé.]* (?:19|20)\d\d(?!\d)/i,
  /(?<!\p{L})(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z.]* \d{1,2}(?:st|nd|rd|th)?, ?(?:19|20)\d\d(?!\d)/iu,
  /** A form: T183, T1, TP-1000.TE, CO-17, MR-69, AUT-01… */
  /(?<![\p{L}\p{N}_])(?:T\d{1,4}[A-Z]*|TP-?\d{1,4}(?:\.[A-Z0-9.-]+)?|CO-?\d{1,4}(?:\.[A-Z]+)?|MR-?69|AUT-?01|RC\d{2,4})(?![\p{L}\p{N}_])/iu,
];

/** Whether it shows nine digits, an amount, a whole date or the name of a form. */
export const isSensitiveSubject = (subject: string): boolean => SENSITIVE.some((pattern) => pattern.test(subject));

/** No SIN, amount, birth date or form name in a subject, whatever a template or a title says: the neutral subject goes instead. */
export const safeSubject = (subject: string, neutral: string): string =>
  isSensitiveSubject(subject) ? neutral : subject.replace(/[\r\n]+/g, ' ').trim() || neutral;
