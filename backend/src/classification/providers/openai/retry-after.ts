/**
 * How long a server asks to wait, in milliseconds, or null when it does not say. Reads `Retry-After` (RFC 9110, section
 * 10.2.3: seconds or a date) and the finer `retry-after-ms`, which OpenAI sends too.
 */
export function retryAfterMs(headers: Pick<Headers, 'get'>, now: number): number | null {
  const candidates = [
    toNumber(headers.get('retry-after-ms')),
    toNumber(headers.get('retry-after')) * 1000,
    Date.parse(headers.get('retry-after') ?? '') - now,
  ];
  const wait = candidates.find((milliseconds) => Number.isFinite(milliseconds));
  return wait === undefined ? null : Math.max(0, wait);
}

function toNumber(value: string | null): number {
  return value !== null && /^\d+(\.\d+)?$/.test(value) ? Number(value) : Number.NaN;
}
