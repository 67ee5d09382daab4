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
  /** A form: T183, T1, TP-1000.TE, CO-17, MR-69, AUT-01… */
  /\b(?:T\d{1,4}[A-Z]*|TP-?\d{1,4}(?:\.[A-Z0-9.-]+)?|CO-?\d{1,4}(?:\.[A-Z]+)?|MR-?69|AUT-?01|RC\d{2,4})\b/i,
];

/** Whether it shows nine digits, an amount or the name of a form. */
export const isSensitiveSubject = (subject: string): boolean => SENSITIVE.some((pattern) => pattern.test(subject));

/** No SIN, amount or form name in a subject, whatever a template or a title says: the neutral subject goes instead. */
export const safeSubject = (subject: string, neutral: string): string =>
  isSensitiveSubject(subject) ? neutral : subject.replace(/[\r\n]+/g, ' ').trim() || neutral;
