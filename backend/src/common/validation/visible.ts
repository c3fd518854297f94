/** White space, what readers do not see (joiners, marks of direction, fillers, variants, tags) and the empty braille cell. */
const UNSEEN = /^[\s\p{Z}\p{Cc}\p{Default_Ignorable_Code_Point}\u2800\ufff9-\ufffb\u{1d159}]*$/u;

/** Whether there is anything in a text that readers see. The database's function `is_visible` says the same. */
export function isVisible(text: string): boolean {
  return !UNSEEN.test(text);
}
