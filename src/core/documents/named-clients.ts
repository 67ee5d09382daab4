import type { LocalClient } from '../clients/client';
import type { ClientDirectory } from './client-directory';
import type { EvidenceCode } from './document-row';
import type { ParsedFileName } from './file-name';
import { repairedReadings } from './broken-accents';
import { closestNames, compareWritten, nameWords } from './name-match';
import { foldTokens } from '../fold-text';
import { splitParts } from './nomenclature/parts';
import { MASKED, maskedTail } from './number-patterns';

/** Who a file name means. `clients` agree with all that it says; `near` agree with part of it and are only offered. */
export interface NamedClients {
  readonly clients: readonly LocalClient[];
  readonly near: readonly LocalClient[];
  readonly basis: readonly EvidenceCode[];
}

const NOBODY: NamedClients = { clients: [], near: [], basis: [] };

/** A name that differs from the identifier's owner makes nobody: the two halves of the file name speak of two people. */
export function namedClients(file: ParsedFileName | null, directory: ClientDirectory): NamedClients {
  if (file === null) return NOBODY;
  const { identifier, clientNumber, name } = file;
  switch (identifier?.kind) {
    case 'sin': {
      const owners = directory.bySin(identifier.digits);
      if (owners.length > 0) return narrow(owners, name, 'file-name-sin');
      // Nine digits pass for either: a business number without its program account.
      const companies = directory.byBusinessNumber(identifier.digits);
      if (companies.length > 0) return narrow(companies, name, 'file-name-sin');
      const known = directory.byKnownSin(identifier.digits);
      if (known.length > 0) return narrow(known, name, 'file-name-sin');
      return unknownSin(name, directory);
    }
    case 'bn':
      return narrow(directory.byBusinessNumber(identifier.digits), name, 'file-name-sin');
    case 'masked': {
      const fitting = name === null ? [] : closestNames(directory.bySinSuffix(identifier.suffix), name);
      if (fitting.length > 0) return { clients: fitting, near: [], basis: ['file-name-masked-sin', 'file-name-name'] };
      return unknownSin(name, directory);
    }
    case undefined:
      if (clientNumber !== null) {
        const holders = directory.byNumber(clientNumber);
        // A number that is no client's may be a sequence: the name still speaks.
        if (holders.length > 0) return narrow(holders, name, 'file-name-client-number');
      }
      return name === null ? NOBODY : byName(name, directory);
  }
}

function narrow(owners: readonly LocalClient[], name: string | null, basis: EvidenceCode): NamedClients {
  if (name === null) return { clients: owners, near: [], basis: [basis] };
  // Of a Marie and a Marie-Ève who share a number, the one whose name is written whole.
  const agreeing = closestNames(owners, name);
  if (agreeing.length === 0) return { clients: [], near: owners, basis: [] };
  return { clients: agreeing, near: [], basis: [basis, 'file-name-name'] };
}

/** A SIN that nobody has: the name may mean a client whose SIN the list leaves blank, never one who has another. */
function unknownSin(name: string | null, directory: ClientDirectory): NamedClients {
  if (name === null) return NOBODY;
  const same = directory.byName(name);
  const blank = same.filter((client) => client.sin === null);
  return blank.length > 0
    ? { clients: blank, near: [], basis: ['file-name-name'] }
    : { clients: [], near: same.length > 0 ? same : nearNames(name, directory), basis: [] };
}

function byName(name: string, directory: ClientDirectory): NamedClients {
  const same = directory.byName(name);
  if (same.length > 0) return { clients: same, near: [], basis: ['file-name-name'] };
  const near = nearNames(name, directory);
  return { clients: [], near, basis: [] };
}

function nearNames(name: string, directory: ClientDirectory): readonly LocalClient[] {
  const words = [name, ...repairedReadings(name)].flatMap(nameWords);
  const pool = [...new Set(words)].flatMap((word) => directory.byLastWord(word));
  return [...new Set(pool)].filter((client) => compareWritten(client.name.full, name) === 'compatible');
}

/** A file name that follows no nomenclature may still name somebody, by number or among other words; of two names the fuller. */
export function clientsNamedInStem(stem: string, directory: ClientDirectory): NamedClients {
  const words = new Set([stem, ...repairedReadings(stem)].flatMap((text) => [...foldTokens(text), ...nameWords(text)]));
  const pool = [...new Set([...words].flatMap((word) => directory.byLastWord(word)))];
  const named = pool
    .map((client) => ({ client, own: nameWords(client.name.full) }))
    .filter(({ own }) => own.length > 1 && own.every((word) => words.has(word)));
  const numbered = nineDigitsIn(stem).flatMap((digits) => [
    ...directory.bySin(digits),
    ...directory.byBusinessNumber(digits),
  ]);
  if (numbered.length > 0) return { clients: [...new Set(numbered)], near: [], basis: ['file-name-sin'] };
  const masked = maskedInStem(
    stem,
    named.map(({ client }) => client),
    directory,
  );
  if (masked !== null) return masked;
  const first = /^#?([\p{L}\d]*\d[\p{L}\d]*)(?![\p{L}\d])/u.exec(stem)?.[1];
  const parts = splitParts(stem);
  const holders = (first === undefined ? [] : directory.byNumber(first)).filter(
    ({ name }) =>
      words.has(nameWords(name.last ?? name.full).at(-1) ?? '') ||
      parts.some((part) => compareWritten(name.full, part) !== 'different'),
  );
  const clients = named
    .filter(({ own }) => !named.some((it) => it.own.length > own.length && own.every((word) => it.own.includes(word))))
    .map(({ client }) => client);
  // The number in front, of somebody who bears the name: between namesakes it is what tells, and between spouses the name.
  const whole = clients.filter((client) => holders.includes(client));
  const bearing = whole.length > 0 ? whole : holders;
  if (bearing.length > 0) return { clients: bearing, near: [], basis: ['file-name-client-number', 'file-name-name'] };
  return clients.length === 0 ? NOBODY : { clients, near: [], basis: ['file-name-name'] };
}

/** Numbers in a file name that may be SINs or business numbers. */
export const nineDigitsIn = (stem: string): string[] =>
  [...stem.matchAll(/(?<!\d)(\d{3})([ .-]?)(\d{3})\2(\d{3})(?!\d)/g)].map((it) => `${it[1]}${it[3]}${it[4]}`);

/** A masked number beside the name counts as in a nomenclature; `null` where the file name shows none, or several. */
function maskedInStem(stem: string, named: readonly LocalClient[], directory: ClientDirectory): NamedClients | null {
  const [suffix, ...more] = new Set([...stem.matchAll(MASKED)].map(maskedTail));
  if (suffix === undefined || more.length > 0) return null;
  const parts = splitParts(stem);
  const fitting = directory
    .bySinSuffix(suffix)
    .filter(
      (client) =>
        named.includes(client) || parts.some((part) => compareWritten(client.name.full, part) !== 'different'),
    );
  if (fitting.length > 0) return { clients: fitting, near: [], basis: ['file-name-masked-sin', 'file-name-name'] };
  const blank = named.filter(({ sin }) => sin === null);
  return blank.length > 0
    ? { clients: blank, near: [], basis: ['file-name-name'] }
    : { clients: [], near: named, basis: [] };
}

/** Whom a file name means: by its nomenclature, or by its words and numbers where it follows none. */
export const clientsOfFileName = (
  file: ParsedFileName | null,
  stem: string,
  directory: ClientDirectory,
): NamedClients => (file === null ? clientsNamedInStem(stem, directory) : namedClients(file, directory));
