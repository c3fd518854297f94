const EMPTY_LINES = /^(?:[^\S\r\n\v\f\u0085\u2028\u2029]*[\r\n\v\f\u0085\u2028\u2029])+/u;

/**
 * What is kept of a text as it was typed, as the API keeps it. A line loses the white space around it. A text of several
 * lines loses empty lines before it and white space behind it, and keeps the indentation of its first line.
 */
export function written(text: string, singleLine: boolean): string {
  return singleLine ? text.trim() : text.replace(EMPTY_LINES, '').trimEnd();
}

/**
 * What is kept of a corrected text: what stood there before, when only ends of lines differ, which forms write in a way of
 * their own.
 */
export function corrected(text: string, before: string, singleLine: boolean): string {
  const kept = written(text, singleLine);
  return withPlainEnds(kept) === withPlainEnds(before) ? before : kept;
}

function withPlainEnds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
