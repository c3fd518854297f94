/** What a mail server said, on one line of at most so many characters. The database takes it, whatever stood in it. */
export function onOneLine(said: string, max: number): string {
  const line = said.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return [...line].slice(0, max).join('').toWellFormed();
}
