/** What was typed behind an `@` that is no part of an address, up to the caret; null where there is none. */
export function atWord(before: string): string | null {
  return /(?:^|[^\p{L}\p{M}\p{N}_.@/+-])@([\p{L}\p{M}\p{N}_.-]{0,40})$/u.exec(before)?.[1] ?? null;
}
