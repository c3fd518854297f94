import { createHash } from 'node:crypto';
import type { ReadMail } from './read-mail.ts';
import type { SenderProof } from './sender-proof.ts';

/**
 * What a mail is known by among those that are trusted as it is: one that the domain of its sender denies takes the place of none that it
 * does not deny, nor the other way round. Null for a mail that nothing tells from others.
 */
export function trustedIdentity({ identity }: Pick<ReadMail, 'identity'>, proof: SenderProof | null): Buffer | null {
  if (identity === null) return null;
  return createHash('sha256')
    .update(proof === 'denied' ? `denied ${identity}` : identity)
    .digest();
}
