import type { ClientType, Software } from '../../core/clients/client';
import { USUAL_WORDING } from '../../core/clients/invitation-wording';
import type { InvitationWording } from '../../core/clients/invitation-wording';
import type { ReadOverrides } from '../../core/clients/source-reading';
import type { PlanMode } from '../../core/clients/upsert-plan';
import { softwareOfFile } from './clients-form';
import type { ClientsForm } from './clients-form';

/** What the form of Synchronisation clients says: the file, what it is, and how it is to be imported. */
export class ClientsFormState {
  #file = $state.raw<File | null>(null);
  #software = $state<Software>('dt-max');
  #softwareTouched = false;
  #clientType = $state<ClientType>('individuals');
  #mode = $state<PlanMode>('create-and-update');
  #managerId = $state<string | null>(null);
  #invitation = $state.raw<InvitationWording>(USUAL_WORDING);
  #overrides = $state.raw<ReadOverrides>({});

  get file(): File | null {
    return this.#file;
  }
  get software(): Software {
    return this.#software;
  }
  get clientType(): ClientType {
    return this.#clientType;
  }
  get mode(): PlanMode {
    return this.#mode;
  }
  get managerId(): string | null {
    return this.#managerId;
  }
  get invitation(): InvitationWording {
    return this.#invitation;
  }
  /** What was decided by hand of how this file is read. */
  get overrides(): ReadOverrides {
    return this.#overrides;
  }

  chooseFile(file: File): void {
    this.#file = file;
    this.#overrides = {};
    const software = softwareOfFile(file.name);
    if (software !== null && !this.#softwareTouched) this.#software = software;
  }

  chooseSoftware(software: Software): void {
    this.#software = software;
    this.#softwareTouched = true;
    this.#overrides = {};
  }

  chooseType(clientType: ClientType): void {
    this.#clientType = clientType;
    this.#overrides = {};
  }

  chooseMode(mode: PlanMode): void {
    this.#mode = mode;
  }

  chooseManager(managerId: string | null): void {
    this.#managerId = managerId;
  }

  wordInvitations(wording: Partial<InvitationWording>): void {
    this.#invitation = { ...this.#invitation, ...wording };
  }

  /** What a preview is made of; `null` without a file. */
  protected form(): ClientsForm | null {
    if (this.#file === null) return null;
    return { file: this.#file, software: this.#software, clientType: this.#clientType, mode: this.#mode };
  }

  protected readWith(overrides: ReadOverrides): void {
    this.#overrides = overrides;
  }

  protected dropFile(): void {
    this.#file = null;
  }

  /** No file any more; the choices stay. */
  protected emptyForm(): void {
    this.#file = null;
    this.#overrides = {};
    this.#softwareTouched = false;
  }
}
