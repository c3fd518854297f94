/** A run of text of a description, as it was typed. */
export interface TextPart {
  readonly text: string;
  /** Stood between backticks on one line. */
  readonly code: boolean;
}

const CODE = /`([^`\n]+)`/;

/** The paragraphs of a description: empty lines part them, line breaks inside stay, nothing else is markup. */
export function descriptionParts(description: string): TextPart[][] {
  return description
    .replace(/\r\n?/g, '\n')
    .split(/\n[^\S\n]*\n\s*/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map(partsOf);
}

function partsOf(paragraph: string): TextPart[] {
  // Splitting by a pattern with one group gives text and code in turns.
  return paragraph
    .split(CODE)
    .map((text, index) => ({ text, code: index % 2 === 1 }))
    .filter(({ text }) => text !== '');
}
