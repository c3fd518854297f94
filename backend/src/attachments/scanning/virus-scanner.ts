/** Looks for what does harm. */
export abstract class VirusScanner {
  /**
   * The same content, which ends well only when nothing was found in it.
   *
   * @throws DomainError `attachment_infected` when something was, `attachment_not_scanned` when nobody could look.
   */
  abstract scanned(content: AsyncIterable<Buffer>): AsyncIterable<Buffer>;
}

/** Looks at nothing, where no scanner is set. */
export class NoScanner extends VirusScanner {
  override scanned(content: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
    return content;
  }
}
