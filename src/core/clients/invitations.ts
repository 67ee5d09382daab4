import type { InvitationPlan, PlanStatus } from './upsert-plan';

export interface InvitationRequest {
  readonly status: PlanStatus;
  readonly email: string | null;
  /** False where somebody else signs for the client: a dependant, a deceased. */
  readonly invited: boolean;
  /** Orders the rows of one address whatever their order in the file: the first carries the invitation. */
  readonly order: string;
}

/** One invitation per address covers several people; only new clients are invited. */
export function planInvitations(
  requests: readonly InvitationRequest[],
  invited: ReadonlySet<string>,
  extension: boolean,
): InvitationPlan[] {
  const first = new Map<string, InvitationRequest>();
  for (const request of requests) {
    if (request.status !== 'create' || request.email === null || !request.invited) continue;
    const holder = first.get(request.email);
    if (!holder || request.order < holder.order) first.set(request.email, request);
  }
  return requests.map((request) => {
    if (request.status !== 'create') return 'not-new';
    if (request.email === null) return 'no-email';
    if (!request.invited) return 'represented';
    if (!extension) return 'unavailable';
    if (invited.has(request.email)) return 'already-invited';
    return first.get(request.email) === request ? 'invite' : 'with-another-row';
  });
}
