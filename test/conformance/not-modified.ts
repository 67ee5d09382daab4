import type { CallOptions, Kit } from './kit';
import { t } from './words';
import * as want from './want';

/** The same page again under its ETag answers 304; under another, the page. */
export async function notModified(kit: Kit, id: string, options: CallOptions): Promise<void> {
  const first = await kit.call(id, options);
  const etag = first.headers.get('ETag') ?? '';
  const mend = t(
    'Comparez If-None-Match à l’ETag de la page (comparaison faible), et répondez 304 sans corps quand rien n’a changé.',
    'Compare If-None-Match with the ETag of the page (weakly), and answer 304 without a body when nothing changed.',
  );
  want.status(await kit.call(id, { ...options, headers: { 'If-None-Match': etag } }), 304, mend);
  want.status(
    await kit.call(id, { ...options, headers: { 'If-None-Match': `W/${etag.replace(/^W\//, '')}` } }),
    304,
    mend,
  );
  want.status(await kit.call(id, { ...options, headers: { 'If-None-Match': `"${kit.mark}"` } }), 200, mend);
}
