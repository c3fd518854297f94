/** A server that is measured. */
export interface BenchedServer {
  readonly name: string;
  readonly url: string;
  /** Who asks: connections take them in turns, and send what each request of theirs carries. */
  readonly callers: readonly Readonly<Record<string, string>>[];
  /** Seconds of processor time that it has taken so far; null where nobody knows. */
  readonly processorSeconds: () => number | null;
  /** The bare one that the others are held against. */
  readonly isLimit: boolean;
}
