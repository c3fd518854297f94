/**
 * The person with this id if they are active; then they stay that until the transaction ends. Several may hold them at once.
 *
 * @param id the placeholder of the id.
 */
export function heldActiveUser(id: `$${number}`): string {
  return `SELECT id FROM users WHERE id = ${id} AND active FOR SHARE`;
}
