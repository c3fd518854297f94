/** How many characters of a text count: code points, without the white space around it, as the API counts. */
export function characters(text: string): number {
  return [...text.trim()].length;
}
