/** What was typed behind a `/` at the start of a word that ends at the caret; null where there is none. */
export function slashWord(before: string): string | null {
  return /(?:^|\s)\/([^\s/]{0,40})$/.exec(before)?.[1] ?? null;
}
