export type FileDestination = 'clients' | 'documents';

/** Files that arrive from outside a screen (opened from the system, or by the walk) wait here for theirs. */
export class FileInbox {
  #waiting = $state.raw<Readonly<Record<FileDestination, readonly File[]>>>({ clients: [], documents: [] });

  put(destination: FileDestination, files: readonly File[]): void {
    this.#waiting = { ...this.#waiting, [destination]: files };
  }

  waiting(destination: FileDestination): readonly File[] {
    return this.#waiting[destination];
  }

  take(destination: FileDestination): readonly File[] {
    const files = this.#waiting[destination];
    if (files.length > 0) this.#waiting = { ...this.#waiting, [destination]: [] };
    return files;
  }
}

/** Client lists go to the clients screen, archives and PDFs to the documents screen, anything else nowhere. */
export function destinationOf(name: string): FileDestination | null {
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  if (extension === 'csv' || extension === 'xlsx') return 'clients';
  if (extension === 'zip' || extension === 'pdf') return 'documents';
  return null;
}
