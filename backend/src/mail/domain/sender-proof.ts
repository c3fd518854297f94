/**
 * Whether a mail is from whom it says: its domain has `confirmed` it, has `denied` it, has said how its mails are known and this one
 * `failed` that, or nobody knows. What is not confirmed joins nothing by its address alone; what is denied or failed is marked for
 * people, and what is denied waits for them.
 */
export const SENDER_PROOFS = ['confirmed', 'denied', 'failed', 'unknown'] as const;

export type SenderProof = (typeof SENDER_PROOFS)[number];

/** What DMARC (RFC 9989) made of a mail: its result and what the domain wants done with mails that fail. */
export interface DmarcVerdict {
  readonly result: string;
  readonly policy: string;
}

/** What was found of a mail. */
export interface SenderFindings {
  readonly dmarc: DmarcVerdict | null;
  readonly signedByDomain: boolean;
  /** SPF of the domain has it that no such server sends its mails. */
  readonly refusedByDomain: boolean;
  /** Nothing had to be left open: the server that delivered it is known, and DNS answered. */
  readonly whollyAsked: boolean;
}

/**
 * A domain denies a mail only where it has said that what fails is not from it (`quarantine`, `reject`): others fail as they
 * have been passed on by a list, or their domain has set nothing up.
 */
export function senderProof({ dmarc, signedByDomain, refusedByDomain, whollyAsked }: SenderFindings): SenderProof {
  if (dmarc?.result === 'pass' || signedByDomain) return 'confirmed';
  const fails = dmarc?.result === 'fail';
  if (fails && ['quarantine', 'reject'].includes(dmarc.policy)) return 'denied';
  return whollyAsked && (fails || refusedByDomain) ? 'failed' : 'unknown';
}
