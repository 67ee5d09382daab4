import { expose } from 'comlink';
import { appError } from '../../../src/core/app-error';
import { maskFileName } from '../../../src/core/identifiers/mask-file-name';
import { err, ok } from '../../../src/core/result';
import type { ArchiveDocument } from '../../../workers/archive/read-archive';
import { listSources } from '../../../workers/documents/list-sources';
import { loadPdfium } from '../../../workers/documents/load-pdfium';
import { examinePdf } from './examine-pdf';
import type { PdfCorpusApi } from './pdf-corpus-api';

const pdfium = loadPdfium();
let documents: readonly ArchiveDocument[] = [];

const api: PdfCorpusApi = {
  pdf: async (file) => {
    const listed = await listSources([file]);
    const bytes = listed.ok ? await listed.value[0]?.read(null) : listed;
    return bytes?.ok ? ok(await examinePdf(await pdfium(), bytes.value)) : (bytes ?? err(appError('archive/no-pdf')));
  },
  list: async (file) => {
    const listed = await listSources([file]);
    documents = listed.ok ? listed.value : [];
    return listed.ok ? ok(documents.length) : listed;
  },
  entry: async (index) => {
    const document = documents[index];
    if (!document) return err(appError('internal/unexpected'));
    const name = maskFileName(document.name);
    const bytes = await document.read(null);
    if (bytes.ok) return ok({ name, ...(await examinePdf(await pdfium(), bytes.value)) });
    const unseen = { pages: null, encrypted: null, xfa: null, signed: null, traits: null, facts: null } as const;
    return ok({ name, outcome: 'refused', code: bytes.error.code, ...unseen, prefix: false, result: null });
  },
};
expose(api);
