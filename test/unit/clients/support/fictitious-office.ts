import { readFileSync } from 'node:fs';
import type { ServerClient } from '../../../../src/core/clients/client';

const ROOT = new URL('../../../../', import.meta.url);

export function fictitiousFile(name: string): File {
  return new File([new Uint8Array(readFileSync(new URL(`public/fictif/${name}`, ROOT)))], name);
}

interface Seed {
  readonly clients: readonly {
    readonly id: number;
    readonly code: string;
    readonly name: string;
    readonly email: string;
    readonly address: string;
    readonly address2: string;
    readonly city: string;
    readonly state: string;
    readonly zipcode: string;
    readonly phone: string;
  }[];
  readonly invitations: readonly { readonly email: string; readonly status: 'invited' | 'connected' }[];
  readonly clientExtras: readonly {
    readonly id: number;
    readonly language: 'fr' | 'en';
    readonly accountManagerId: string;
  }[];
  readonly accountManagers: readonly { readonly id: string; readonly name: string }[];
}

export interface Person {
  readonly key: string;
  readonly name: string;
  readonly sin: string;
  readonly lists: readonly string[];
  readonly email: string;
  readonly birthDate: string;
  readonly inheritsFromHead: boolean;
  readonly gemBooks: {
    readonly id: number;
    readonly code: string;
    readonly basis: string;
    readonly stale: readonly string[];
    readonly outcome: string;
  } | null;
}

const json = (path: string): unknown => JSON.parse(readFileSync(new URL(path, ROOT), 'utf8'));

export const seed = (): Seed => json('test/sandbox/office-seed.json') as Seed;

export const people = (): readonly Person[] =>
  (json('public/fictif/office.json') as { readonly people: readonly Person[] }).people;

/** The 40 clients as the app would have pulled them, extension included. */
export function seededServer(): ServerClient[] {
  const { clients, invitations, clientExtras } = seed();
  return clients.map((client) => {
    const extra = clientExtras.find(({ id }) => id === client.id);
    return {
      id: client.id,
      code: client.code,
      name: client.name,
      inactive: false,
      email: client.email,
      address: client.address,
      address2: client.address2,
      city: client.city,
      state: client.state,
      zipcode: client.zipcode,
      phone: client.phone,
      language: extra?.language ?? null,
      accountManagerId: extra?.accountManagerId ?? null,
      invitation: invitations.find(({ email }) => email === client.email)?.status ?? 'none',
    };
  });
}
