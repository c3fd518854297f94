/** What a message offers to do about it. */
export interface MessageAction {
  label: string;
  /** A single key that does the same while the message is shown, such as 'z' for Undo. */
  key?: string;
  run: () => void;
}
