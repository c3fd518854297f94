import { setTimeout as after } from 'node:timers/promises';
import { domainToASCII } from 'node:url';
import { type DNSResolver, type SPFResult, authenticate } from 'mailauth';
import { type SenderProof, senderProof } from '../domain/sender-proof.ts';
import { withFewSignatures } from './few-signatures.ts';
import { isHouseAddress } from './house-address.ts';

/** Who has not said anything by then has nothing to say. */
const LONGEST_MS = 20_000;

/**
 * Asks the sender's domain whether a mail is from it (DKIM, SPF, DMARC). The address that delivered it is taken from the
 * topmost `Received` field, which is our own server's. What cannot be asked is `unknown`; throws nothing.
 * @param sender the address that the desk read in the mail: of another, as in a header that had to be mended, nothing is known
 * @param resolver who answers for DNS; that of the machine by default
 */
export async function checkedSender(raw: Buffer, sender: string, resolver?: DNSResolver): Promise<SenderProof> {
  try {
    const asked = authenticate(withFewSignatures(raw), {
      trustReceived: true,
      disableArc: true,
      disableBimi: true,
      ...(resolver && { resolver }),
    });
    const answer = await Promise.race([asked, after(LONGEST_MS, null, { ref: false })]);
    if (answer === null) return 'unknown';
    const { dkim, dmarc, spf } = answer;
    const [from, ...more] = dkim.headerFrom;
    if (from === undefined || more.length > 0 || domainOf(from) !== domainOf(sender)) return 'unknown';
    const signed = dkim.results.some(
      ({ status, signingDomain = '' }) => status.result === 'pass' && domainOf(signingDomain) === domainOf(from),
    );
    return senderProof({
      dmarc: dmarc ? { result: dmarc.status.result, policy: dmarc.policy } : null,
      signedByDomain: signed,
      refusedByDomain: spf !== false && spf.status.result === 'fail' && domainOf(spf.domain) === domainOf(from),
      whollyAsked: isServerKnown(spf) && [spf, ...dkim.results].every(({ status }) => status.result !== 'temperror'),
    });
  } catch {
    return 'unknown';
  }
}

/** Whether it is known which server of others delivered the mail; one of the house only passed it on. */
function isServerKnown(spf: SPFResult | false): spf is SPFResult {
  return spf !== false && Boolean(spf['client-ip']) && !isHouseAddress(spf['client-ip']);
}

function domainOf(address: string): string {
  return domainToASCII(address.slice(address.lastIndexOf('@') + 1));
}
