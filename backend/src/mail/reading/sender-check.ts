import { setTimeout as after } from 'node:timers/promises';
import {
  type AuthenticateOptions,
  type AuthenticateResult,
  type DKIMResult,
  type DNSResolver,
  type SPFResult,
  authenticate,
  dmarc,
} from 'mailauth';
import { comparedDomain } from '../../contacts/mail-address.ts';
import { type DmarcVerdict, type SenderFindings, type SenderProof, senderProof } from '../domain/sender-proof.ts';
import { withFewSignatures } from './few-signatures.ts';
import { isHouseAddress } from '../../mail-accounts/arrival/house-address.ts';

/** Who has not said anything by then has nothing to say. */
const LONGEST_MS = 20_000;
/** A name server that fails is asked once more after so many milliseconds. */
const AGAIN_MS = 1_000;

/** What is known of a mail besides itself. */
export interface CheckFacts {
  /**
   * The address of who gave the mail to the first server that is believed; null where that cannot be told. Left out, it stands in the
   * topmost `Received` that names somebody, which is our own server's.
   */
  readonly address?: string | null;
  /** What that one called itself. */
  readonly helo?: string | null;
  /** Whom it named as the sender (`MAIL FROM`), empty for nobody; null where that is not known but by its `Received`. */
  readonly mailFrom?: string | null;
  /** A server that is believed found that it fails DMARC: then no address of another server speaks for it. */
  readonly isRefused?: boolean;
  /** It had lain in its mailbox for days before the desk took it. */
  readonly isLate?: boolean;
  /** Who answers for DNS; that of the machine by default. */
  readonly resolver?: DNSResolver | undefined;
}

/**
 * Asks the sender's domain whether a mail is from it (DKIM, SPF, DMARC). What cannot be asked is `unknown`; throws nothing.
 * @param sender the address that the desk read in the mail and shows
 */
export async function checkedSender(raw: Buffer, sender: string, facts: CheckFacts = {}): Promise<SenderProof> {
  try {
    const asked = findings(raw, sender, facts).then(async (found) => {
      if (found.isAnswered) return found;
      await after(AGAIN_MS, null, { ref: false });
      return findings(raw, sender, facts);
    });
    const found = await Promise.race([asked, after(LONGEST_MS, null, { ref: false })]);
    return found === null ? 'unknown' : senderProof(found);
  } catch {
    return 'unknown';
  }
}

async function findings(raw: Buffer, sender: string, facts: CheckFacts): Promise<SenderFindings> {
  const {
    dkim,
    dmarc: policy,
    spf,
  } = await authenticate(withFewSignatures(raw), {
    ...serverOf(facts),
    disableArc: true,
    disableBimi: true,
    ...(facts.resolver && { resolver: facts.resolver }),
  });
  const domain = comparedDomain(sender);
  const isOfSender =
    domain !== '' && dkim.headerFrom.length > 0 && dkim.headerFrom.every((from) => comparedDomain(from) === domain);
  if (!isOfSender) return unconfirmed(sender, facts);
  const serverIsKnown = isServerKnown(spf);
  const organisation = policy ? comparedDomain(policy.domain) : domain;
  const mayConfirm = (name: string): boolean => isWithin(comparedDomain(name), organisation);
  const signatures = dkim.results.filter(({ signingDomain = '' }) => mayConfirm(signingDomain));
  const answers = [...signatures, ...(serverIsKnown && mayConfirm(spf.domain) ? [spf] : [])];
  return {
    dmarc: dmarcVerdict(policy),
    signedByDomain: dkim.results.some((one) => isWhole(one) && comparedDomain(one.signingDomain ?? '') === domain),
    refusedByDomain: spf !== false && spf.status.result === 'fail' && comparedDomain(spf.domain) === domain,
    serverIsKnown: serverIsKnown || facts.isRefused === true,
    isAnswered: [...answers, ...(policy ? [policy] : [])].every(({ status }) => status.result !== 'temperror'),
    isTimely: facts.isLate !== true,
  };
}

/**
 * Of a mail that says to be from several domains, or in whose header servers read another sender than the desk shows, nothing confirms the
 * one that is shown: else whoever adds a second sender would get round what the domain of the first one wants.
 */
async function unconfirmed(sender: string, { resolver, isLate }: CheckFacts): Promise<SenderFindings> {
  const asked = { headerFrom: [sender], spfDomains: [], dkimDomains: [], ...(resolver && { resolver }) };
  const policy = await dmarc(asked);
  return {
    ...{ dmarc: dmarcVerdict(policy), signedByDomain: false, refusedByDomain: false, serverIsKnown: true },
    ...{ isAnswered: !policy || policy.status.result !== 'temperror', isTimely: isLate !== true },
  };
}

function serverOf({ address, helo, mailFrom = null, isRefused }: CheckFacts): AuthenticateOptions {
  if (isRefused || address === null) return { trustReceived: false };
  const server = { ...(address !== undefined && { ip: address }), ...(helo && { helo }) };
  return mailFrom === null ? { trustReceived: true, ...server } : { trustReceived: false, sender: mailFrom, ...server };
}

/** A pass by a signature alone that leaves the end of the mail open (`l=`), to which anybody may have added, is none. */
function dmarcVerdict(found: AuthenticateResult['dmarc']): DmarcVerdict | null {
  if (!found) return null;
  const { result } = found.status;
  const isOpen = result === 'pass' && Boolean(found.alignment.dkim.underSized) && !found.alignment.spf.result;
  return { result: isOpen ? 'neutral' : result, policy: found.policy };
}

function isWhole({ status }: DKIMResult): boolean {
  return status.result === 'pass' && !status.underSized;
}

/** Whether it is known which server of others delivered the mail; one of the house only passed it on. */
function isServerKnown(spf: SPFResult | false): spf is SPFResult {
  return spf !== false && Boolean(spf['client-ip']) && !isHouseAddress(spf['client-ip']);
}

/** Whether a domain belongs to an organisation: what the name servers of others do not answer leaves nothing open. */
function isWithin(domain: string, organisation: string): boolean {
  return domain === organisation || domain.endsWith(`.${organisation}`);
}
