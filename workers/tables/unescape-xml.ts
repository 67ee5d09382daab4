const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text of an element; `null` when it holds what only SheetJS is sure of: `_x000D_`, a carriage return, an odd entity. */
export function unescapeXml(text: string): string | null {
  if (text.includes('_x') || text.includes('\r')) return null;
  if (!text.includes('&')) return text;
  let known = true;
  const plain = text.replace(/&([^;&]*);?/gu, (entity, name: string) => {
    const char = NAMED[name];
    if (char !== undefined && entity.endsWith(';')) return char;
    const code = /^#\d{1,5}$/u.test(name) && entity.endsWith(';') ? Number(name.slice(1)) : 0;
    if (code >= 32 && code < 0xd800) return String.fromCharCode(code);
    if (code === 9 || code === 10) return String.fromCharCode(code);
    known = false;
    return '';
  });
  return known ? plain : null;
}
