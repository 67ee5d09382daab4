import type { HouseholdRelation, ImportedClient } from './client';

export interface CodeRequest {
  readonly client: ImportedClient;
  /** The code this workstation gave it at an earlier import, if any. */
  readonly known: string | null;
  /** The code minted for the same row in an earlier plan of this preview, if any. */
  readonly minted?: string | null;
}

export interface AssignedCode {
  readonly code: string;
  /** True when the code is ours and not the file's number. */
  readonly minted: boolean;
  /** True when the file's number belongs to someone else already. */
  readonly taken: boolean;
}

const RANK: Readonly<Record<HouseholdRelation | 'none', number>> = { head: 0, none: 1, spouse: 2, dependant: 3 };

/**
 * The `code` of each client to create: the file's client number, or one we mint where it is absent or taken by a server
 * client or by another row. Of a family that shares a number its head has it, so that the order of rows does not matter.
 * `taken` holds codes in lower case.
 */
export function assignCodes(
  requests: readonly CodeRequest[],
  taken: ReadonlySet<string>,
  mint: () => string,
): AssignedCode[] {
  const used = new Set(taken);
  const answers = new Map<CodeRequest, AssignedCode>();
  const claim = (code: string): boolean => {
    if (code === '' || used.has(code.toLowerCase())) return false;
    used.add(code.toLowerCase());
    return true;
  };
  // What an earlier import gave is kept: an entry under way may already carry it.
  for (const request of requests) {
    const { known } = request;
    if (known !== null && claim(known))
      answers.set(request, { code: known, minted: known !== request.client.clientNumber, taken: false });
  }
  for (const request of requests.toSorted(byRank)) {
    if (answers.has(request)) continue;
    const number = request.client.clientNumber ?? '';
    if (claim(number)) {
      answers.set(request, { code: number, minted: false, taken: false });
      continue;
    }
    let code = request.minted ?? mint();
    while (!claim(code)) code = mint();
    answers.set(request, { code, minted: true, taken: number !== '' });
  }
  return requests.map((request) => answers.get(request) ?? { code: '', minted: false, taken: false });
}

function byRank(a: CodeRequest, b: CodeRequest): number {
  const rank = RANK[a.client.relation ?? 'none'] - RANK[b.client.relation ?? 'none'];
  return rank !== 0 ? rank : compareText(identityOf(a.client), identityOf(b.client));
}

const identityOf = (client: ImportedClient): string =>
  `${client.birthDate ?? '9999'}|${client.name.full}|${client.sin ?? ''}|${client.email ?? ''}`;

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
