/** A page on which some form was recognised. */
interface Sighted {
  readonly page: number;
}

/**
 * The pages of one form: those that bear its code or title, and those that follow one without bearing another form's,
 * up to the form's length — signature pages often print no code.
 */
export function pagesOfForm<Page extends Sighted>(
  pages: readonly Page[],
  own: readonly number[],
  others: readonly number[],
  length: number,
): readonly Page[] {
  return pages.filter(({ page }) => {
    const start = own.filter((sighted) => sighted <= page).at(-1);
    if (start === undefined || page - start >= length) return false;
    return !others.some((other) => other > start && other <= page);
  });
}
