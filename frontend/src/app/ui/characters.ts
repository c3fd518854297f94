/** How many characters a text has: code points, as the API counts. */
export function characters(text: string): number {
  return [...text].length;
}
