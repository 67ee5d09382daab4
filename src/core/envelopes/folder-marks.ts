/**
 * What the office marks a secure folder with, for itself alone: recipients see neither. Absent rather than empty, so
 * that an envelope without them is the same to the byte as before there were any.
 */
export interface FolderMarks {
  /** One line each, at most 100 letters; each once. */
  readonly labels?: readonly string[];
  /** ISO date of the day on which the office is to follow up. */
  readonly followUpOn?: string;
}

export const folderMarks = (labels: readonly string[], followUpOn: string | null): FolderMarks => ({
  ...(labels.length === 0 ? {} : { labels }),
  ...(followUpOn === null ? {} : { followUpOn }),
});
