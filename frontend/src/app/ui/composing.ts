/** What the keys of an input method say instead of themselves. */
const OF_AN_INPUT_METHOD = 229;

/**
 * Whether a key belongs to an input method that is still writing a word: its Enter takes the word, no more. Safari tells
 * of that Enter after the writing has ended, by the key's code alone.
 */
export function isComposing(event: Event): boolean {
  if (!(event instanceof KeyboardEvent)) return false;
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else tells it
  return event.isComposing || event.keyCode === OF_AN_INPUT_METHOD;
}
