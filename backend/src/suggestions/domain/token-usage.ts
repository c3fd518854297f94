/** How many tokens a call took, as the server counts them. */
export interface TokenUsage {
  /** Those that it read. */
  readonly prompt: number;
  /** Those that it wrote, thoughts among them. */
  readonly completion: number;
}
