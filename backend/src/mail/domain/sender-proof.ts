/**
 * Whether a mail is from whom it says: its domain has `confirmed` it, has `denied` it, has said how its mails are known and this one
 * `failed` that, or nobody knows. What is not confirmed joins nothing by its address alone; what is denied or failed is marked for
 * people, and what is denied waits for them.
 */
export const SENDER_PROOFS = ['confirmed', 'denied', 'failed', 'unknown'] as const;

export type SenderProof = (typeof SENDER_PROOFS)[number];

/** Who found that out: the desk by itself, or the mailbox's server, which it believes. */
export const PROVERS = ['desk', 'server'] as const;

export type Prover = (typeof PROVERS)[number];

/** What is known of who a mail is from, and by whom. */
export interface SenderVerdict {
  readonly proof: SenderProof;
  readonly by: Prover;
}

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
  /** It is known which server of others delivered it, or what a server found that is believed. */
  readonly serverIsKnown: boolean;
  /** DNS said all that the domain has to say of it. */
  readonly isAnswered: boolean;
  /** It was asked when the mail came: keys of signatures change. */
  readonly isTimely: boolean;
}

/**
 * A domain denies a mail only where it has said that what fails is not from it (`quarantine`, `reject`): others fail as they
 * have been passed on by a list, or their domain has set nothing up. Where the server is not known that delivered the mail, half of the
 * question is open, and so it is of a mail that had lain for days: then it fails, and nobody holds it back.
 */
export function senderProof(found: SenderFindings): SenderProof {
  const { dmarc, signedByDomain, refusedByDomain, serverIsKnown, isAnswered, isTimely } = found;
  if (dmarc?.result === 'pass' || signedByDomain) return 'confirmed';
  if (!isAnswered) return 'unknown';
  const fails = dmarc?.result === 'fail';
  if (fails && ['quarantine', 'reject'].includes(dmarc.policy)) return serverIsKnown && isTimely ? 'denied' : 'failed';
  return serverIsKnown && (fails || refusedByDomain) ? 'failed' : 'unknown';
}
