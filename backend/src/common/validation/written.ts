const EMPTY_LINES = /^(?:[^\S\r\n\v\f\u0085\u2028\u2029]*[\r\n\v\f\u0085\u2028\u2029])+/u;

/**
 * What is kept of a text as it was sent; the web app has the same. A line loses the white space around it. A text of several
 * lines loses empty lines before it and white space behind it, and keeps the indentation of its first line.
 */
export function written(text: string, singleLine: boolean): string {
  return singleLine ? text.trim() : text.replace(EMPTY_LINES, '').trimEnd();
}
