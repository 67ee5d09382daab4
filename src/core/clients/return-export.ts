/**
 * True for the CSV of one T2 return (`[<name>|0|0|<GUID>],"Current Year",…`, cells named `IDENT.Ident7`), which offices
 * drop here by mistake: it holds a return, not a client list (domain facts §2). `text` is the start of the file.
 */
export function isReturnExport(text: string): boolean {
  const start = text.slice(0, 20_000);
  return (
    /^\s*"?\[[^\]\r\n]*\|\d+\|\d+\|\{?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\}?\]/iu.test(start) ||
    /(?:^|[",;\t])IDENT\.Ident\d+/iu.test(start)
  );
}
