/** E.164 as people here write it: « 418 555-0131 ». A number of elsewhere stays as it is. */
export function shownPhone(e164: string): string {
  const [, area, exchange, line] = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(e164) ?? [];
  return area && exchange && line ? `${area}\u00a0${exchange}-${line}` : e164;
}
