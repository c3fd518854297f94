/**
 * The address of a server as it may be shown: without a name and password before the host, and without what follows a
 * question mark or a hash, where some servers take a key.
 */
export function shownAddress(address: string): string {
  const { protocol, host, pathname } = new URL(address);
  return `${protocol}//${host}${pathname.replace(/\/$/, '')}`;
}
