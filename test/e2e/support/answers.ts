/** What the tests read of the sandbox's answers: written down here, so that they do not agree with the code by import. */
export interface Envelope {
  readonly id: string;
  readonly status: string;
  readonly purpose: string;
  readonly clientId: number;
  readonly labels: readonly string[];
  readonly followUpOn: string | null;
  readonly recipients: readonly { readonly id: string; readonly email: string; readonly role?: string }[];
  readonly documents: readonly {
    readonly id: string;
    readonly sha256: string;
    readonly fields: readonly {
      readonly kind: string;
      readonly part?: string;
      readonly page: number;
      readonly rect: readonly number[];
    }[];
  }[];
}

export interface Invitation {
  readonly email: string;
  readonly clientIds: readonly number[];
}

export interface ServerClientRecord {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly email: string;
}
