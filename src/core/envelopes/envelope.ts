import type { FormCode } from '../forms/form-code';
import type { FieldKind, SignerRole, TimePart } from '../forms/placed-field';
import type { Rect } from '../documents/page-text';
import type { Language } from '../language';
import type { FolderMarks } from './folder-marks';

export type EnvelopePurpose = 'signature' | 'consultation';

export interface EnvelopeRecipient {
  /** Unique within the envelope; fields refer to it. */
  readonly id: string;
  readonly role: SignerRole;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  /** From 1; equal = in any order. */
  readonly order: number;
}

export interface EnvelopeField {
  readonly kind: FieldKind;
  readonly part?: TimePart;
  /** A `recipients[].id`. */
  readonly recipient: string;
  /** From 1. */
  readonly page: number;
  readonly rect: Rect;
}

export interface EnvelopeDocument {
  readonly title: string;
  readonly formCode: FormCode;
  readonly taxYear: number;
  /** SHA-256 of the uploaded content, lower-case hex. */
  readonly sha256: string;
  readonly pageCount: number;
  readonly deliveryKey: string;
  readonly fields: readonly EnvelopeField[];
}

/** An envelope but for its `clientId`, which may still be in the making. One per recipient and purpose in a batch. */
export interface EnvelopeDraft extends FolderMarks {
  readonly purpose: EnvelopePurpose;
  readonly title: string;
  readonly emailTemplateId: string;
  readonly recipients: readonly EnvelopeRecipient[];
  readonly documents: readonly EnvelopeDocument[];
}
