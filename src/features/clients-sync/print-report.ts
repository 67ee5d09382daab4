import { mount, unmount } from 'svelte';
import ReportSheet from './ReportSheet.svelte';

export interface PrintedReport {
  readonly title: string;
  /** Under the title: when, and what the reader must know. */
  readonly lead: string;
  /** A header first. */
  readonly rows: readonly (readonly (string | number)[])[];
}

/** Prints a report on sheets of its own, through the browser's print dialog. */
export async function printReport(report: PrintedReport): Promise<void> {
  const sheet = mount(ReportSheet, { target: document.body, props: report });
  // Chromium waits in `print` until the dialog is closed; others go on, and say so.
  const done = new Promise<void>((resolve) => window.addEventListener('afterprint', () => resolve(), { once: true }));
  window.print();
  await done;
  await unmount(sheet);
}
