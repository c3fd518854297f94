/**
 * What is known of who a mail is from: its domain has `confirmed` it, wants such mails refused (`denied`, and an admin let it in), or it
 * has `failed` what the domain says of its mails.
 */
export const SENDER_VERDICTS = ['confirmed', 'denied', 'failed'] as const;

/** Who found that out: the desk by itself, or the mailbox's server, which it believes. */
export const SENDER_CHECKERS = ['desk', 'server'] as const;

export interface SenderCheck {
  readonly verdict: (typeof SENDER_VERDICTS)[number];
  readonly by: (typeof SENDER_CHECKERS)[number];
}
