/** Lower-case inside a name. « le » and « la » only after « de »: Le Blanc and La Rue are written so. */
const PARTICLES = new Set([
  'de',
  'du',
  'des',
  'von',
  'van',
  'der',
  'den',
  'ter',
  'di',
  'da',
  'dos',
  'y',
  'et',
  'ben',
  'bin',
  'el',
  'al',
]);

/**
 * « MARIE-ÈVE DE LA DURANTAYE » → « Marie-Ève de la Durantaye », « D'AMOUR » → « D'Amour », « MCDONALD » → « McDonald ».
 * A name with any lower-case letter was cased by someone who knew, and is left as it is.
 */
export function properCase(name: string): string {
  // Nearly every name has a plain small letter; Unicode's tables cost more.
  if (/[a-z]/.test(name) || !/\p{Lu}/u.test(name) || /\p{Ll}/u.test(name)) return name;
  let previous = '';
  return name
    .split(/( +)/u)
    .map((word) => {
      if (word.trim() === '') return word;
      const lower = word.toLocaleLowerCase('fr-CA');
      const isParticle = PARTICLES.has(lower) || ((lower === 'la' || lower === 'le') && previous === 'de');
      previous = lower;
      if (isParticle) return lower;
      if (/^(?:ii|iii|iv)$/u.test(lower)) return word;
      return lower
        .replace(
          /(^|[-'’.(])(\p{L})/gu,
          (_match, before: string, letter: string) => before + letter.toLocaleUpperCase('fr-CA'),
        )
        .replace(
          /(^|-)Mc(\p{L})/gu,
          (_match, before: string, letter: string) => `${before}Mc${letter.toLocaleUpperCase('fr-CA')}`,
        );
    })
    .join('');
}
