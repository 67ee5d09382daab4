import { appError } from '../core/app-error';
import { err, ok } from '../core/result';
import type { Result } from '../core/result';
import type { PrfParameters } from '../core/vault/key-slot';
import { randomBytes } from '../vault/random-bytes';
import type { SlotSecret } from '../vault/slot-secret';

export type PrfSecret = Extract<SlotSecret, { kind: 'prf' }>;

/** The browser's authenticators: a passkey, Windows Hello. */
export interface Passkeys {
  readonly supported: boolean;
  /** A new passkey and what it answers. Errors: `vault/passkey-refused`, `vault/passkey-no-prf`. */
  create(label: string): Promise<Result<PrfSecret>>;
  /** Asks whichever of these is at hand. Errors: `vault/passkey-refused`, `vault/passkey-no-prf`. */
  ask(known: readonly PrfParameters[]): Promise<Result<PrfSecret>>;
}

const SECRET_BYTES = 32;

/**
 * WebAuthn's `prf` extension: the authenticator answers 32 bytes for a salt, the same each time, and only after it has
 * verified the person. No server takes part: the challenge is random and nobody checks the signature, for what opens
 * the vault is those bytes. https://www.w3.org/TR/webauthn-3/#prf-extension
 */
export function browserPasskeys(credentials: CredentialsContainer | undefined): Passkeys {
  if (credentials === undefined || typeof PublicKeyCredential === 'undefined') return NONE;
  const passkeys: Passkeys = {
    supported: true,
    async create(label) {
      const salt = randomBytes(SECRET_BYTES);
      const made = await answerOf(() =>
        credentials.create({
          publicKey: {
            rp: { name: 'Impôt Sync' },
            user: { id: randomBytes(16), name: label, displayName: label },
            challenge: randomBytes(32),
            pubKeyCredParams: [
              { type: 'public-key', alg: -7 },
              { type: 'public-key', alg: -257 },
            ],
            authenticatorSelection: { userVerification: 'required', residentKey: 'preferred' },
            attestation: 'none',
            extensions: { prf: { eval: { first: salt } } },
          },
        }),
      );
      if (!made.ok) return made;
      const parameters: PrfParameters = {
        name: 'prf-hkdf',
        salt,
        credentialId: new Uint8Array(made.value.rawId),
      };
      const prf = made.value.getClientExtensionResults().prf;
      if (prf?.enabled !== true) return err(appError('vault/passkey-no-prf'));
      const output = prf.results?.first;
      // Many authenticators evaluate only at a sign-in: it is asked for at once, so that the slot is known to open.
      return output === undefined ? passkeys.ask([parameters]) : ok(secretOf(parameters, output));
    },
    async ask(known) {
      const got = await answerOf(() =>
        credentials.get({
          publicKey: {
            challenge: randomBytes(32),
            allowCredentials: known.map(({ credentialId }) => ({ type: 'public-key', id: credentialId })),
            userVerification: 'required',
            extensions: {
              prf: {
                evalByCredential: Object.fromEntries(
                  known.map(({ credentialId, salt }) => [base64Url(credentialId), { first: salt }]),
                ),
              },
            },
          },
        }),
      );
      if (!got.ok) return got;
      const used = base64Url(new Uint8Array(got.value.rawId));
      const parameters = known.find(({ credentialId }) => base64Url(credentialId) === used);
      const output = got.value.getClientExtensionResults().prf?.results?.first;
      if (parameters === undefined || output === undefined) return err(appError('vault/passkey-no-prf'));
      return ok(secretOf(parameters, output));
    },
  };
  return passkeys;
}

const NONE: Passkeys = {
  supported: false,
  create: async () => err(appError('vault/passkey-no-prf')),
  ask: async () => err(appError('vault/passkey-no-prf')),
};

/** A person who closes the system's window, a key that is not there, a time that ran out: the browser tells none apart. */
async function answerOf(ask: () => Promise<Credential | null>): Promise<Result<PublicKeyCredential>> {
  try {
    const credential = await ask();
    return credential instanceof PublicKeyCredential ? ok(credential) : err(appError('vault/passkey-refused'));
  } catch {
    return err(appError('vault/passkey-refused'));
  }
}

const secretOf = (parameters: PrfParameters, output: BufferSource): PrfSecret => ({
  kind: 'prf',
  parameters,
  output: ArrayBuffer.isView(output)
    ? new Uint8Array(output.buffer.slice(output.byteOffset, output.byteOffset + output.byteLength) as ArrayBuffer)
    : new Uint8Array(output.slice(0)),
});

const base64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
