/** One line of an envelope's history. A server may add kinds; instants are RFC 3339. */
export interface EnvelopeEvent {
  readonly kind: string;
  /** Who it is about; `null` when it is about the envelope. */
  readonly recipientId: string | null;
  readonly at: string;
  /** The office's user who did it; `null` for what a recipient did. */
  readonly by: string | null;
  readonly reason: string | null;
}
