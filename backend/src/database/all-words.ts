/** A query of an index that asks for all of some words, of which each may be typed in part; '' for none. Their parameters are added. */
export function allWords(words: readonly string[], parameters: unknown[]): string {
  return words.map((word) => `search_query($${String(parameters.push(word))}, false)`).join(' && ');
}
