import type { ServerClientId } from '../ids';
import type { FollowedEnvelope } from './followed-envelope';

/** The authorisations that let a return leave, by who it is for: federal, then Quebec. */
const AUTHORISATIONS = [
  ['T183', 'TP-1000.TE'],
  ['T183CORP', 'CO-1000.TE'],
  ['T183TRUST', null],
] as const satisfies readonly (readonly [string, string | null])[];

export type TransmissionState =
  /** Everyone has signed for both governments. */
  | 'ready'
  /** Nobody is awaited, but one government's form was never sent to someone: for a return that has only one, it is ready. */
  | 'one-government'
  | 'waiting'
  /** A signature was refused, or an envelope expired. */
  | 'stopped';

export interface TransmissionForm {
  readonly envelope: string;
  readonly client: ServerClientId;
  readonly formCode: string;
  readonly signed: boolean;
  /** The last signature; RFC 3339. */
  readonly signedAt: string | null;
}

/** One return family and tax year: whether its returns may be filed electronically. */
export interface Transmission {
  /** `{household}|{taxYear}`. */
  readonly key: string;
  readonly taxYear: number;
  readonly clients: readonly ServerClientId[];
  readonly state: TransmissionState;
  readonly forms: readonly TransmissionForm[];
  /** Forms of the other government that nobody sent: `client|formCode`. */
  readonly missing: readonly { readonly client: ServerClientId; readonly formCode: string }[];
  /** When it became ready: the last signature. */
  readonly readyAt: string | null;
}

/**
 * **Prêt à transmettre**. `householdOf` gives one name to the people whose returns leave together (spouses), else the
 * client alone. Sorted: ready first, then by how long they have been.
 */
export function transmissions(
  envelopes: readonly FollowedEnvelope[],
  householdOf: (client: ServerClientId) => string,
): readonly Transmission[] {
  const groups = new Map<string, { taxYear: number; forms: TransmissionForm[]; stopped: boolean }>();
  for (const envelope of newestFirst(envelopes)) {
    if (envelope.status === 'voided' || envelope.status === 'draft') continue;
    for (const document of envelope.documents) {
      if (!isAuthorisation(document.formCode) || document.signers.length === 0) continue;
      const key = `${householdOf(envelope.client)}|${document.taxYear}`;
      const group = groups.get(key) ?? { taxYear: document.taxYear, forms: [], stopped: false };
      groups.set(key, group);
      // A form sent again replaces the one before it: only the newest counts.
      if (group.forms.some((form) => form.client === envelope.client && form.formCode === document.formCode)) continue;
      const signers = envelope.recipients.filter(({ id }) => document.signers.includes(id));
      const signed = envelope.status === 'signed' || signers.every(({ signedAt }) => signedAt !== null);
      const dates = signers.flatMap(({ signedAt }) => signedAt ?? []).sort();
      group.forms.push({
        envelope: envelope.id,
        client: envelope.client,
        formCode: document.formCode,
        signed,
        signedAt: signed ? (dates.at(-1) ?? envelope.completedAt) : null,
      });
      if (!signed && (envelope.status === 'refused' || envelope.status === 'expired')) group.stopped = true;
    }
  }
  return [...groups].map(([key, group]) => toTransmission(key, group)).sort(byUse);
}

function toTransmission(
  key: string,
  { taxYear, forms, stopped }: { taxYear: number; forms: readonly TransmissionForm[]; stopped: boolean },
): Transmission {
  const clients = [...new Set(forms.map(({ client }) => client))];
  const missing = clients.flatMap((client) => {
    const codes = new Set(forms.filter((form) => form.client === client).map(({ formCode }) => formCode));
    return AUTHORISATIONS.flatMap(([federal, quebec]) => {
      if (quebec === null || (!codes.has(federal) && !codes.has(quebec))) return [];
      return [federal, quebec].filter((formCode) => !codes.has(formCode)).map((formCode) => ({ client, formCode }));
    });
  });
  const allSigned = forms.every(({ signed }) => signed);
  const state = allSigned ? (missing.length > 0 ? 'one-government' : 'ready') : stopped ? 'stopped' : 'waiting';
  const last =
    forms
      .flatMap(({ signedAt }) => signedAt ?? [])
      .sort()
      .at(-1) ?? null;
  return { key, taxYear, clients, state, forms, missing, readyAt: allSigned ? last : null };
}

function isAuthorisation(formCode: string): boolean {
  return AUTHORISATIONS.some((pair) => pair.some((code) => code === formCode));
}

function newestFirst(envelopes: readonly FollowedEnvelope[]): readonly FollowedEnvelope[] {
  return [...envelopes].sort((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt));
}

const ORDER: Readonly<Record<TransmissionState, number>> = { ready: 0, 'one-government': 1, stopped: 2, waiting: 3 };

function byUse(a: Transmission, b: Transmission): number {
  return (
    ORDER[a.state] - ORDER[b.state] || (a.readyAt ?? '').localeCompare(b.readyAt ?? '') || a.key.localeCompare(b.key)
  );
}
