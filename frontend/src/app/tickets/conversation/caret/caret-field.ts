/** A list of what could stand at the caret, by the ids of its elements. */
export interface Suggested {
  readonly list: string;
  /** The one that Enter takes; null while there is none. */
  readonly option: string | null;
}

/** What a field in which Markdown is written lets others do at its caret. */
export interface CaretField {
  /** Its keys and clicks are heard here before the field itself hears them. */
  readonly element: HTMLElement;
  /** What is before the caret in its line; null while something is selected, and in code. */
  beforeCaret(): string | null;
  /** Puts Markdown in the place of so many characters before the caret. */
  replaceBeforeCaret(length: number, markdown: string): void;
  /** The same with a text that is taken to the letter. */
  typeBeforeCaret(length: number, text: string): void;
  /** Says to those who listen what is suggested; null for nothing. */
  tellSuggested(suggested: Suggested | null): void;
}
