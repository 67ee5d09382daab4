import type { JudgedBatch, JudgedFile } from './run-office';

/** How the faults of one kind ended, by the status of their lines; and files the other counts name. */
export type ByKind = Record<string, Record<string, number>>;

export interface Score {
  readonly seed: number;
  readonly files: number;
  readonly faults: number;
  /** Lines that can leave for somebody the truth says is wrong, with no more than a click: every wrong one counts. */
  readonly wrongDeliveries: number;
  /** Seeded faults that end sendable at once or in bulk; a shifted run counts when its batch does not stop. */
  readonly missedFaults: number;
  /** Share of sound files with a full or masked identifier that are neither ready nor to be confirmed in bulk. */
  readonly heldBackShare: number;
  /** The same of files that show a name alone; no goal is set for them. */
  readonly nameOnlyHeldBackShare: number;
  /** Batches without a shift that were stopped. */
  readonly falseStops: number;
  readonly byKind: ByKind;
}

export interface Finding {
  readonly what: 'wrong-delivery' | 'missed' | 'held-back' | 'held-back-name' | 'false-stop';
  readonly judged: JudgedFile | null;
}

const isSendable = ({ row }: JudgedFile): boolean => row.status === 'ready' || row.status === 'confirm';
/** With a click on that line, but nothing typed. */
const canLeave = (judged: JudgedFile): boolean => isSendable(judged) || judged.row.status === 'check';

/** Somebody else's line, or an address at which the owner's copy may not arrive. */
function isWrongDelivery(judged: JudgedFile): boolean {
  const { file, row } = judged;
  if (!canLeave(judged) || row.client === null) return false;
  const stray = row.recipients.some(({ email }) => email !== null && !file.addresses.includes(email));
  return row.client.id !== file.owner || stray;
}

/** No address is no fault: the paper lane is where such a file belongs. */
const isOnPaper = ({ row, file }: JudgedFile): boolean =>
  file.addresses.length === 0 &&
  row.status === 'check' &&
  row.client?.id === file.owner &&
  row.issues.every(({ code, severity }) => severity === 'note' || code === 'no-email');

export function score(
  seed: number,
  batches: readonly JudgedBatch[],
): { readonly score: Score; readonly findings: readonly Finding[] } {
  const byKind: ByKind = {};
  const findings: Finding[] = [];
  const sound = { identified: 0, identifiedHeld: 0, named: 0, namedHeld: 0 };
  let faults = 0;
  for (const { batch, files, stopped } of batches) {
    if (stopped && !batch.shifted) findings.push({ what: 'false-stop', judged: null });
    for (const judged of files) {
      const { file, row } = judged;
      const kind = file.fault ?? `sound: ${file.identifier}`;
      const counts = (byKind[kind] ??= {});
      counts[row.status] = (counts[row.status] ?? 0) + 1;
      if (isWrongDelivery(judged)) findings.push({ what: 'wrong-delivery', judged });
      if (file.fault !== null) {
        faults += 1;
        const missed = file.fault === 'shifted-run' ? !stopped || isSendable(judged) : isSendable(judged);
        if (missed) findings.push({ what: 'missed', judged });
        continue;
      }
      const held = !isSendable(judged) && !isOnPaper(judged);
      const identified = file.identifier === 'full' || file.identifier === 'masked';
      sound[identified ? 'identified' : 'named'] += 1;
      if (!held) continue;
      sound[identified ? 'identifiedHeld' : 'namedHeld'] += 1;
      findings.push({ what: identified ? 'held-back' : 'held-back-name', judged });
    }
  }
  const count = (what: Finding['what']) => findings.filter((it) => it.what === what).length;
  return {
    findings,
    score: {
      seed,
      files: batches.reduce((sum, { files }) => sum + files.length, 0),
      faults,
      wrongDeliveries: count('wrong-delivery'),
      missedFaults: count('missed'),
      heldBackShare: share(sound.identifiedHeld, sound.identified),
      nameOnlyHeldBackShare: share(sound.namedHeld, sound.named),
      falseStops: count('false-stop'),
      byKind,
    },
  };
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 10_000);
