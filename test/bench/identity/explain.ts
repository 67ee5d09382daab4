import type { Finding } from './score';

/** One line on one finding: what happened to which file, and why the rules said so. */
export function explain({ what, judged }: Finding): string {
  if (judged === null) return what;
  const { file, row } = judged;
  const evidence = row.concordance.evidence.map(
    ({ code, supports, page }) => `${supports ? '+' : '-'}${code}${page ? `@${page}` : ''}`,
  );
  const issues = row.issues.map(({ code, severity }) => `${severity}:${code}`);
  const who = `${row.client?.id ?? 'nobody'}/${file.owner ?? 'nobody'}`;
  return `${what} [${file.fault ?? file.identifier}] ${file.form} « ${file.path} » ${row.naming ?? 'no naming'} → ${row.status} ${row.concordance.grade} ${who} ${evidence.join(' ')} | ${issues.join(' ')}`;
}
