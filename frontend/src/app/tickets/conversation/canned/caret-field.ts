/** What a field in which Markdown is written lets others do at its caret. */
export interface CaretField {
  /** What is before the caret in its line; '' while something is selected. */
  beforeCaret(): string;
  /** Puts Markdown in the place of so many characters before the caret. */
  replaceBeforeCaret(length: number, text: string): void;
}
