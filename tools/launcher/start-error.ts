/** A reason not to start that the user can act on; the message is one plain sentence, shown without a stack trace. */
export class StartError extends Error {
  override readonly name = 'StartError';
}
