/** What a message offers to do about it. */
export interface MessageAction {
  label: string;
  /** The key that does the same, such as 'z' for Undo: it is shown here, and works because it is a shortcut. */
  key?: string;
  run: () => void;
}
