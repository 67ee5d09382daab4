import type { Result } from '../../../src/core/result';
import type { PdfAnswer } from './examine-pdf';

export interface PdfCorpusApi {
  pdf(file: File): Promise<Result<PdfAnswer>>;
  /** How many documents the archive holds, and keeps it open. */
  list(file: File): Promise<Result<number>>;
  /** The document of that number, from 0, with its name as screens show it. */
  entry(index: number): Promise<Result<PdfAnswer & { readonly name: string }>>;
}
