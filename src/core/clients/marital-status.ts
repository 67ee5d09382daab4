import { nameTokens } from './name-tokens';
import type { MaritalStatus } from './signing-facts';

/** The words of DT Max and Taxprep, French and English, and the codes 1 to 6 of the T1. `null` for anything else. */
export function maritalStatus(text: string): MaritalStatus | null {
  const key = nameTokens(text).join('');
  if (/^(?:celibataires?|single|celib|nevermarried|jamaismariee?|6|c)$/u.test(key)) return 'single';
  if (/^(?:mariee?s?|married|1|m)$/u.test(key)) return 'married';
  if (/^(?:conjointe?s?(?:de)?fait|uniondefait|unionlibre|commonlaw(?:partner)?|livingcommonlaw|2|cdf|cf)$/u.test(key))
    return 'common-law';
  if (/^(?:separee?s?|separated|separeedefait|5|s)$/u.test(key)) return 'separated';
  if (/^(?:divorcee?s?|divorced|4|d)$/u.test(key)) return 'divorced';
  if (/^(?:veuf|veuve|veufve|veufouveuve|widowed|widow|widower|3|v)$/u.test(key)) return 'widowed';
  return null;
}
