/** What the portal is like. */
export interface PortalDescription {
  /** What the desk is called there. */
  readonly name: string;
  /** Whether links can be sent to sign in with. */
  readonly canSignIn: boolean;
  readonly asksCategory: boolean;
  /** Those that a new ticket may name; none where it is not asked for. */
  readonly categories: readonly { readonly key: string; readonly label: string }[];
  /** The most that a file may have, in bytes. */
  readonly attachmentMaxBytes: number;
}
