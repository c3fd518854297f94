/** A part of a regular expression that stands for a text as it is, whichever signs it has. */
export function literalPattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}
