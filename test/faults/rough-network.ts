const EXTENSION = 'impot-sync/v1/';

/**
 * A bad network, as rules of the sandbox's script. `from`: epoch milliseconds; the key expires two seconds later, for a
 * second.
 */
export function roughNetwork(seed: number, from: number): readonly object[] {
  const at = (ms: number): string => new Date(from + ms).toISOString();
  const rules: readonly object[] = [
    { from: at(2_000), until: at(3_000), fault: { kind: 'expired-key' } },
    // The documented POST has no idempotency: a proxy that sends it twice by itself is stated as a residual.
    { path: EXTENSION, probability: 0.03, fault: { kind: 'duplicate' } },
    { method: 'PUT', path: 'clients', probability: 0.03, fault: { kind: 'duplicate' } },
    { path: EXTENSION, probability: 0.02, fault: { kind: 'wrong-digest', of: 'answer' } },
    { method: 'POST', path: EXTENSION, probability: 0.02, fault: { kind: 'wrong-digest', of: 'request' } },
    { method: 'PUT', path: `${EXTENSION}uploads`, probability: 0.02, fault: { kind: 'wrong-digest', of: 'upload' } },
    { probability: 0.06, fault: { kind: 'cut-before' } },
    { probability: 0.06, fault: { kind: 'cut-after' } },
    { probability: 0.03, fault: { kind: 'status', status: 503, retryAfter: 2 } },
    { probability: 0.02, fault: { kind: 'status', status: 500 } },
    { probability: 0.02, fault: { kind: 'status', status: 429, retryAfter: 1 } },
    { probability: 0.01, fault: { kind: 'status', status: 429, retryAfterDate: 1 } },
    { probability: 0.01, fault: { kind: 'slow', bytesPerSecond: 4_000 } },
    { probability: 0.003, fault: { kind: 'timeout' } },
    { probability: 0.003, fault: { kind: 'timeout', when: 'after' } },
    // Of the tabs' hurried time, longer than their patience.
    { probability: 0.004, fault: { kind: 'delay', ms: 6_000 } },
    { probability: 0.004, fault: { kind: 'delay', ms: 6_000, when: 'after' } },
    { probability: 0.002, fault: { kind: 'expired-key' } },
  ];
  return rules.map((rule, index) => ({ seed: seed * 31 + index, ...rule }));
}
