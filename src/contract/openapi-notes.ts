/** What a field means, its unit and its rule, by schema and property: kept out of the schemas so that the page does not carry it. */
export const FIELD_NOTES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Problem: {
    code: 'What a client reads; the list is in the operations.',
    detail: "The server's own words, for a person. Never a taxpayer's data.",
    errors: 'The places of an `invalid-body`, as `documents.0.fields.2.page`.',
  },
  AlreadyDelivered: {
    deliveredAt: 'When the envelope was sent, or made while it is a draft.',
    deliveredBy: 'The user whose key was used.',
    sentAt: 'Null while the envelope is a draft.',
  },
  Client: {
    inactive: '0 or 1.',
    state: 'Two-letter province.',
    adresse2: 'As one published sample spells `address2`.',
  },
  ClientCreate: { code: 'Required here; its uniqueness is not documented and not enforced by the sandbox.' },
  Task: { start_date: 'yyyy-mm-dd; `0000-00-00` means none.', end_date: 'yyyy-mm-dd; `0000-00-00` means none.' },
  ExtensionClient: {
    etag: 'To be sent in If-Match as it is, quotes included. Any change of the client changes it, by whatever route.',
    invitation: "Of the client's present address.",
  },
  ClientPatch: { email: 'Empty: the address is taken away.' },
  Invitation: { clientIds: 'The people who share this address here; each has a second factor of their own.' },
  EnvelopeField: {
    part: 'Only for a `time` field: the printed box it fills.',
    recipient: 'A `recipients[].id` of this envelope.',
    page: 'From 1.',
    rect: '`[x, y, width, height]` in points, in the default user space of the page as in `/Rect`: unrotated, CropBox not subtracted, origin bottom left.',
  },
  EnvelopeRecipient: {
    id: 'Unique within the envelope.',
    language: 'Of the e-mail they get.',
    order: 'From 1; equal: in any order.',
  },
  EnvelopeDocument: {
    sha256: 'Of the content served.',
    deliveryKey: 'Keyed hash made by the office: meaningless to the server, which holds it unique over all envelopes.',
    formCode: 'As T183, TP-1000.TE; a server takes any.',
  },
  Envelope: {
    sentAt: 'Null while a draft.',
    labels: 'As they were given; none: an empty list. Required with the capability `envelope-labels`.',
    followUpOn: 'yyyy-mm-dd, or null. Required with the capability `envelope-labels`.',
  },
  EnvelopeCreate: {
    labels:
      "The office's own, each once; no recipient sees them. Sent only to a server with the capability `envelope-labels`, and only when there are any.",
    followUpOn:
      'The day (yyyy-mm-dd) on which the server reminds the office to follow up; no recipient sees it. It may be past when it comes: an envelope can wait for days. Sent only to a server with the capability `envelope-labels`, and only when there is one.',
  },
  Delivery: { sentAt: 'Null while the envelope is a draft, which holds its keys too.' },
  EmailTemplate: {
    defaultFor: 'Form codes of the document types it is the default of.',
    etag: 'For If-Match; absent where templates cannot be edited.',
  },
  EmailTemplateCreate: { isDefault: 'True takes it from the one that had it.' },
  EnvelopeEvent: {
    kind: 'created, sent, opened, signed, refused, completed, reminded, expired, voided; a server may add its own.',
    by: 'The user whose key was used; null for what a recipient did.',
  },
  EnvelopeReminderCreate: { recipientIds: 'Without it: whoever has not signed yet.' },
  InvitationCreate: {
    emailTemplateId:
      "Whose words the e-mail has, in `language`; 422 when unknown. Without it: the server's own. Sent only to a server with the capability `invitation-templates`. Ignored where the address was invited before, since no e-mail leaves.",
  },
  ExtensionTask: { assigneeId: "An account manager's id.", startDate: 'yyyy-mm-dd, or null.' },
  TaskPatch: { labels: 'All of them: what is not named goes.', clientId: 'Null takes it away.' },
  IntakeCreate: { website: 'The honeypot: people never see it, and leave it empty.' },
  DeviceKey: {
    id: 'RFC 7638 thumbprint of `publicKey`.',
    revokedAt: 'What it signs from then on is not to be believed.',
  },
  SharedSettingPut: { sealed: 'Base64; opaque to the server.' },
  OfficePut: { sealedKey: 'Opaque to the server.' },
  OfficeIndexPut: { sealed: 'Base64; opaque to the server.' },
};
