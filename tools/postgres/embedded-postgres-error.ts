/** Something about the local PostgreSQL that the user can act on; the message is one plain sentence. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
}
