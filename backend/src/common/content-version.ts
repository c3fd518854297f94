import { createHash } from 'node:crypto';

/**
 * The version of something that keeps no count of its changes: a whole number below 2^48 that stands for what it is. Another
 * state has another one, and who goes back to a state goes back to its version.
 */
export function contentVersion(state: readonly (string | boolean)[]): number {
  return createHash('sha256').update(JSON.stringify(state)).digest().readUIntBE(0, 6);
}
