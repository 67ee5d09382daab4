import type { CheckResult, Conformance } from './run-conformance';
import { say, t } from './words';
import type { Language } from './words';

/** One check in words: one line, and what to mend when it failed. */
export function resultText({ route, title, outcome, fault, why }: CheckResult, language: Language): string {
  const mark = { passed: '✓', failed: '✗', 'not-checked': '–' }[outcome];
  const line = `${mark} ${route} : ${say(title, language)}`;
  const head = language === 'fr' ? line.replace(' : ', '\u00a0: ') : line.replace(' : ', ': ');
  if (why !== undefined) return `${head} (${say(t('non vérifié : ', 'not checked: '), language)}${say(why, language)})`;
  if (fault === undefined) return head;
  const lines = [
    // A check of one route may find another at fault.
    ...(fault.route === route ? [] : [[t('route', 'route'), fault.route] as const]),
    [t('envoyé', 'sent'), fault.sent] as const,
    [t('attendu', 'expected'), say(fault.expected, language)] as const,
    [t('reçu', 'came'), say(fault.came, language)] as const,
    [t('à corriger', 'to mend'), say(fault.mend, language)] as const,
  ];
  const colon = language === 'fr' ? '\u00a0:' : ':';
  return [head, ...lines.map(([label, text]) => `    ${say(label, language)}${colon} ${text}`)].join('\n');
}

/** The end of the report; its last line is `N passed, N failed`. */
export function closingText(
  { results, hasExtension, unseen, announced, remains }: Conformance,
  language: Language,
): string {
  const tell = (fr: string, en: string) => say(t(fr, en), language);
  const count = (outcome: CheckResult['outcome']) => results.filter((result) => result.outcome === outcome).length;
  const { clients, invitations, templates, voided, others } = remains;
  return [
    '',
    hasExtension
      ? tell('API publiée et extension impot-sync/v1.', 'Published API and extension impot-sync/v1.')
      : tell(
          'API publiée seule : ce serveur n’a pas l’extension.',
          'Published API alone: this server has no extension.',
        ),
    tell(
      `Réponses annoncées qui ont été vues : ${announced - unseen.length} sur ${announced}.${unseen.length === 0 ? '' : ` Non vues : ${unseen.join(', ')}.`}`,
      `Announced answers that were seen: ${announced - unseen.length} of ${announced}.${unseen.length === 0 ? '' : ` Not seen: ${unseen.join(', ')}.`}`,
    ),
    tell(
      `Reste sur le serveur, tout fictif : ${clients} clients, ${invitations} invitations, ${templates} modèles, ${voided} enveloppes annulées, ${others} autres.`,
      `Left on the server, all fictitious: ${clients} clients, ${invitations} invitations, ${templates} templates, ${voided} voided envelopes, ${others} others.`,
    ),
    ...(count('not-checked') === 0
      ? []
      : [tell(`Non vérifié : ${count('not-checked')}.`, `Not checked: ${count('not-checked')}.`)]),
    `${count('passed')} passed, ${count('failed')} failed`,
  ].join('\n');
}
