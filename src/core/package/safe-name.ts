import { maskFileName } from '../identifiers/mask-file-name';

/** Windows gives these to devices, whatever comes after a dot. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
const MOST_LETTERS = 80;

/**
 * A name that every file system takes: no separator, no control, no trailing dot, no device, at most 80 letters; and no
 * SIN, even where the office uses one as a client number.
 */
export function safeName(text: string): string {
  const clean = maskFileName(text.normalize('NFC'))
    .replace(/•+ ?/g, 'x')
    .replace(/[<>:"/\\|?*\p{Cc}\p{Cf}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const short = [...clean]
    .slice(0, MOST_LETTERS)
    .join('')
    .replace(/[. ]+$/, '')
    .replace(/^\.+/, '');
  const name = short === '' ? '_' : short;
  return RESERVED.test(name) ? `_${name}` : name;
}

/** Gives each name once, however capitals and accents are written: the second « A » becomes « A (2) ». */
export function uniqueNames(): (name: string, ending?: string) => string {
  const taken = new Set<string>();
  return (name, ending = '') => {
    for (let turn = 1; ; turn += 1) {
      const tried = `${name}${turn === 1 ? '' : ` (${turn})`}${ending}`;
      const key = tried.normalize('NFC').toLowerCase();
      if (taken.has(key)) continue;
      taken.add(key);
      return tried;
    }
  };
}
