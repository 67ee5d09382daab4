import { csvText } from '../csv-text';
import type { Language } from '../language';
import type { PackagePart } from './package-plan';

export interface FollowUpWords {
  readonly fileName: string;
  readonly header: Readonly<
    Record<
      | 'code'
      | 'client'
      | 'recipient'
      | 'email'
      | 'language'
      | 'folderTitle'
      | 'labels'
      | 'followUpOn'
      | 'purpose'
      | 'document'
      | 'year'
      | 'path'
      | 'transmitted'
      | 'signed'
      | 'remarks',
      string
    >
  >;
  readonly purpose: Readonly<Record<'signature' | 'consultation', string>>;
  readonly language: Readonly<Record<Language, string>>;
}

/** The sheet to tick while the folders are loaded by hand: a line per document and recipient; the last columns are empty. */
export function followUpCsv(part: PackagePart, words: FollowUpWords): string {
  const { header } = words;
  const lines = part.flatMap(({ envelope: { client, draft }, files }) =>
    files.flatMap(({ path, content }) =>
      draft.recipients.map(({ name, email, language }) => [
        client.code,
        client.name,
        name,
        email,
        words.language[language],
        draft.title,
        (draft.labels ?? []).join(', '),
        draft.followUpOn ?? '',
        words.purpose[draft.purpose],
        content.title,
        String(content.taxYear),
        path,
        '',
        '',
        '',
      ]),
    ),
  );
  return csvText([
    [
      header.code,
      header.client,
      header.recipient,
      header.email,
      header.language,
      header.folderTitle,
      header.labels,
      header.followUpOn,
      header.purpose,
      header.document,
      header.year,
      header.path,
      header.transmitted,
      header.signed,
      header.remarks,
    ],
    ...lines,
  ]);
}
