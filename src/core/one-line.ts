/** One line without control characters, each run of spaces (no-break ones too) as one. */
export const oneLine = (text: string): string => text.replace(/[\s\u0000-\u001f\u007f]+/gu, ' ').trim();
