/** A part that is no text, decoded. */
export interface ParsedFile {
  readonly name: string | null;
  readonly type: string;
  readonly inlineId: string | null;
  readonly content: Buffer;
}
