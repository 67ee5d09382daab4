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
  const unnumbered: CodeRequest[] = [];
  // Every number of the file before any that we mint.
  for (const request of byRank(requests)) {
    if (answers.has(request)) continue;
    const number = request.client.clientNumber ?? '';
    if (claim(number)) answers.set(request, { code: number, minted: false, taken: false });
    else unnumbered.push(request);
  }
  for (const request of unnumbered) {
    let code = request.minted ?? mint();
    while (!claim(code)) code = mint();
    answers.set(request, { code, minted: true, taken: (request.client.clientNumber ?? '') !== '' });
  }
  return requests.map((request) => answers.get(request) ?? { code: '', minted: false, taken: false });
}

/** Those who come first have the number that several ask for; where nobody shares one, any order gives the same. */
function byRank(requests: readonly CodeRequest[]): readonly CodeRequest[] {
  const numbers = requests.flatMap(({ client }) => client.clientNumber?.toLowerCase() ?? []);
  if (new Set(numbers).size === numbers.length) return requests;
  return requests
    .map((request) => ({
      request,
      rank: RANK[request.client.relation ?? 'none'],
      identity: identityOf(request.client),
    }))
    .sort((a, b) => a.rank - b.rank || compareText(a.identity, b.identity))
    .map(({ request }) => request);
}

const identityOf = (client: ImportedClient): string =>
  `${client.birthDate ?? '9999'}|${client.name.full}|${client.sin ?? ''}|${client.email ?? ''}`;

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
