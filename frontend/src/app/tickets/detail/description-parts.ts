import { linksIn } from './links';

/** A run of text of a description, as it was typed. */
export interface TextPart {
  readonly text: string;
  /** Stood between backticks on one line. */
  readonly code: boolean;
  /** Where it leads when it is an address. */
  readonly href?: string;
}

/** Backticks inside words, as in "rock`n`roll", are part of them. */
const CODE = /(?<![\p{L}\p{N}`])`([^`\n]+)`(?![\p{L}\p{N}`])/u;

/** The paragraphs of a description: empty lines part them, line breaks and indentation stay; addresses lead to where they say. */
export function descriptionParts(description: string): TextPart[][] {
  return description
    .replace(/\r\n?/g, '\n')
    .split(/\n(?:[^\S\n]*\n)+/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map(partsOf);
}

function partsOf(paragraph: string): TextPart[] {
  // Splitting by a pattern with one group gives text and code in turns.
  return paragraph
    .split(CODE)
    .flatMap((text, index) => (index % 2 === 1 ? [{ text, code: true }] : linked(text)))
    .filter(({ text }) => text !== '');
}

function linked(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const link of linksIn(text)) {
    parts.push({ text: text.slice(end, link.from), code: false });
    parts.push({ text: text.slice(link.from, link.to), code: false, href: link.href });
    end = link.to;
  }
  return [...parts, { text: text.slice(end), code: false }];
}
