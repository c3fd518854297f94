/** Who asks for a link to sign in with. */
export interface LinkHolder {
  readonly address: string;
  /** What somebody new is called; empty for nothing. */
  readonly name: string;
}
