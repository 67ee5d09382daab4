import type { LocalClientId } from '../ids';
import type { ShiftWitness } from './batch-shift';

/** Fewer digits than these, that a mask left, may be anybody's, but under the very name that bears the number. */
const TELLING_DIGITS = 4;

/**
 * The files, of which those whose name bears a SIN that the list has not mean whom the batch's own contents give that
 * number: « 123456782_2025.pdf » is Paul's where a content of the batch shows Paul under that number.
 */
export function withNamesOfBatch(files: readonly ShiftWitness[]): readonly ShiftWitness[] {
  const unknown = files.flatMap(({ number }) => number ?? []);
  if (unknown.length === 0) return files;
  const holders = new Map(unknown.map((number) => [number, holderOf(number, files)]));
  return files.map((file) => {
    const holder = file.number === undefined ? null : (holders.get(file.number) ?? null);
    if (holder === null) return file;
    const { shown, byName, mayShow } = file;
    const seen = { shown, ...(byName === undefined ? {} : { byName }), ...(mayShow === undefined ? {} : { mayShow }) };
    return { named: holder, ...seen, ...(file.apart === true ? { denies: true } : {}) };
  });
}

/** The only one whom contents show under that number, whole or as far as a mask leaves it. */
function holderOf(number: string, files: readonly ShiftWitness[]): LocalClientId | null {
  const holders = new Set(
    files.flatMap((file) => {
      const { shown, printed } = file;
      if (shown === null || printed === undefined || !number.endsWith(printed)) return [];
      return printed.length >= TELLING_DIGITS || file.number === number ? [shown] : [];
    }),
  );
  const [holder, ...others] = holders;
  return holder !== undefined && others.length === 0 ? holder : null;
}
