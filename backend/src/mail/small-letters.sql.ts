/** In SQL: bytes as text that is the same whatever is in them; letters beyond ASCII stay as they are. */
export function inSmallLetters(bytes: string): string {
  return `lower(encode(${bytes}, 'escape') COLLATE "C")`;
}
