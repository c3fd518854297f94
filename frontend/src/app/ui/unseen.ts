/**
 * What readers do not see, as a class of characters: joiners, fillers, marks of direction, variants, tags, and the empty
 * braille cell. The API has the same.
 */
const UNSEEN = '\\p{Default_Ignorable_Code_Point}\\u2800\\uFFF9-\\uFFFB\\u{1D159}';

const ALL_UNSEEN = new RegExp(`[${UNSEEN}]`, 'gu');
const NOTHING_SEEN = new RegExp(`^[\\s\\p{Z}\\p{Cc}${UNSEEN}]*$`, 'u');

/** Whether there is anything in a text that readers see, white space aside. */
export function isVisible(text: string): boolean {
  return !NOTHING_SEEN.test(text);
}

/** A text without what readers do not see; white space stays. */
export function withoutUnseen(text: string): string {
  return text.replace(ALL_UNSEEN, '');
}
