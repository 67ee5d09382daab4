import { Finding } from './finding';
import type { Kit } from './kit';
import { t } from './words';

/** What a recipient does by their own page. Only a sandbox lets us: it says so in its capabilities. */
export async function act(
  kit: Kit,
  envelopeId: string,
  what: { readonly recipientId: string; readonly kind: 'opened' | 'signed' },
): Promise<void> {
  const { headers } = kit.request('getCompany', {});
  headers.set('Content-Type', 'application/json');
  const url = new URL(`/sandbox/envelopes/${encodeURIComponent(envelopeId)}/acts`, kit.url);
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(what) });
  if (response.ok) return;
  throw new Finding({
    route: 'POST /sandbox/envelopes/{id}/acts',
    sent: JSON.stringify(what),
    expected: t('200', '200'),
    came: t(`${response.status}`, `${response.status}`),
    mend: t(
      'Un serveur qui se dit sandbox laisse agir un destinataire (test/sandbox/README.md) ; un vrai dit sandbox: false.',
      'A server that says sandbox lets a recipient act (test/sandbox/README.md); a real one says sandbox: false.',
    ),
  });
}
