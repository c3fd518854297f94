/** Of `api_tokens AS t`: those that open the desk. */
export const TOKEN_IS_GOOD = 't.revoked_at IS NULL AND t.expires_at > now()';

/**
 * Of `sessions AS s`: those that open the desk, which are used and not too old.
 *
 * @param idleMinutes the placeholder of the minutes that a session may go unused.
 */
export function sessionIsGood(idleMinutes: `$${number}`): string {
  return `s.expires_at > now() AND s.last_seen_at > now() - make_interval(mins => ${idleMinutes})`;
}
