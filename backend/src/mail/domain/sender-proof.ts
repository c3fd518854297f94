/**
 * Whether a mail is from whom it says: its domain has `confirmed` it, has `denied` it, or nobody knows. What is not confirmed
 * joins nothing by its address alone; what is denied is marked for people.
 */
export const SENDER_PROOFS = ['confirmed', 'denied', 'unknown'] as const;

export type SenderProof = (typeof SENDER_PROOFS)[number];

/** What DMARC (RFC 9989) made of a mail: its result and what the domain wants done with mails that fail. */
export interface DmarcVerdict {
  readonly result: string;
  readonly policy: string;
}

/**
 * A domain denies a mail only where it has said that what fails is not from it (`quarantine`, `reject`): others fail as they
 * have been passed on by a list, or their domain has set nothing up.
 */
export function senderProof(dmarc: DmarcVerdict | null, signedByDomain: boolean): SenderProof {
  if (dmarc?.result === 'pass' || signedByDomain) return 'confirmed';
  return dmarc?.result === 'fail' && ['quarantine', 'reject'].includes(dmarc.policy) ? 'denied' : 'unknown';
}
