import { parseAddressHeader } from 'mailparser';
import type { HeaderLine } from '../../mail-accounts/arrival/header-lines.ts';
import type { MailPath } from '../../mail-accounts/arrival/mail-path.ts';

/**
 * Who gave a mail to servers of ours (`MAIL FROM`), by the `Return-Path` that they wrote above what came from outside. Some servers write
 * it below, where a sender may have put another beside it: of several nobody knows which is whose. Empty for nobody, null where there is none.
 */
export function returnPath({
  own,
  lines,
}: Pick<MailPath, 'own'> & { readonly lines: readonly HeaderLine[] }): string | null {
  const ours = own.find(isPath);
  const paths = ours ? [ours] : lines.filter(isPath);
  const [address = null, ...others] = new Set(paths.map(({ value }) => addressIn(value)));
  return others.length === 0 ? address : '';
}

function isPath({ name }: HeaderLine): boolean {
  return name === 'return-path';
}

function addressIn(value: string): string {
  return parseAddressHeader(value, { flatten: true }).value[0]?.address ?? '';
}
