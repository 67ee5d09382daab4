export interface IntakeFields {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  /** Of the e-mails that the person will get. */
  readonly language: 'fr' | 'en';
  readonly consent: true;
  /** The honeypot: people leave it empty. */
  readonly website: string;
}

export type SendResult = 'received' | 'refused' | 'too-many' | 'not-sent';

/**
 * `POST intake/{form}`, from another origin, without cookie or key. Anything but a clear refusal counts as not sent: the
 * person keeps what they wrote and tries again; a request that came twice is one e-mail more, never a client more.
 */
export async function sendRequest(action: string, fields: IntakeFields, send: typeof fetch): Promise<SendResult> {
  try {
    const { status } = await send(action, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(fields),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    });
    if (status === 202) return 'received';
    if (status === 429) return 'too-many';
    return status >= 400 && status < 500 ? 'refused' : 'not-sent';
  } catch {
    return 'not-sent';
  }
}
