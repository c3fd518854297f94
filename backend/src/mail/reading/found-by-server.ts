import { parseAddressHeader } from 'mailparser';
import type { TrustedServers } from '../../mail-accounts/domain/trusted-servers.ts';
import { domainIn } from '../../contacts/mail-address.ts';
import type { HeaderLine } from '../../mail-accounts/arrival/header-lines.ts';
import type { MailPath } from '../../mail-accounts/arrival/mail-path.ts';
import { isOf, ownResults } from '../../mail-accounts/arrival/own-results.ts';
import type { ReadMail } from '../domain/read-mail.ts';
import { type ServerVerdict, serverVerdict } from '../domain/server-verdict.ts';

/**
 * What the server that is believed found of a mail: the topmost of its results counts, and where nobody outside can have put it. Of a mail
 * with several senders nothing, as another one may be shown than it looked at.
 */
export function foundByServer(
  { own, lines }: Pick<MailPath, 'own'> & { readonly lines: readonly HeaderLine[] },
  { authservId }: Pick<TrustedServers, 'authservId'>,
  { sender }: Pick<ReadMail, 'sender'>,
): ServerVerdict {
  if (authservId === null || sender === null) return null;
  const results = ownResults({ own }).find((one) => isOf(one, authservId));
  if (!results || !isOfOneSender(lines)) return null;
  return serverVerdict(results, domainIn(sender.address));
}

function isOfOneSender(lines: readonly HeaderLine[]): boolean {
  const [from, ...more] = lines.filter(({ name }) => name === 'from');
  return (
    from !== undefined && more.length === 0 && parseAddressHeader(from.value, { flatten: true }).value.length === 1
  );
}
