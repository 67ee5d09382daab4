/** Two spellings of one address have one key: people type capitals and spaces, mail servers ignore them. */
export function addressKey(email: string): string {
  return email.normalize('NFC').trim().toLowerCase();
}
