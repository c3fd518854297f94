/** Whether a server that listens on `host` is reached from its own machine alone. */
export function isLoopback(host: string): boolean {
  return ['localhost', '127.0.0.1', '::1'].includes(host.toLowerCase());
}
