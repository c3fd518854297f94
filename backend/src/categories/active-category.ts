/**
 * The category with this key if it is active; then it stays that until the transaction ends.
 *
 * @param key the placeholder of the key.
 */
export function heldActiveCategory(key: `$${number}`): string {
  return `SELECT key FROM categories WHERE key = ${key} AND active FOR KEY SHARE`;
}
