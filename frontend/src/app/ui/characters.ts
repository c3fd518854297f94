/** How many characters of a text count: code points, without the white space around it, as the API counts. */
export function characters(text: string): number {
  return [...text.trim()].length;
}

/** White space, what readers do not see (joiners, marks of direction, fillers, variants) and the empty braille cell, as in the API. */
const UNSEEN = /^[\s\p{Z}\p{Cc}\p{Default_Ignorable_Code_Point}\u2800\ufff9-\ufffb\u{1d159}]*$/u;

/** Whether there is anything in a text that readers see. */
export function isVisible(text: string): boolean {
  return !UNSEEN.test(text);
}
