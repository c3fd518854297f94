/** The header of a change that is meant for this version alone: refused as `stale_version` (412) when someone else was faster. */
export function ifMatch(version: number): { 'If-Match': string } {
  return { 'If-Match': `"${version}"` };
}
