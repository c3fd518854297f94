/** "MP" for Mina Park, "A" for Administrator: of the first and the last word. */
export function initials(name: string): string {
  const words = name.split(/[\s.]+/).flatMap((word) => /\p{L}|\p{N}/u.exec(word)?.[0] ?? []);
  return [...words.slice(0, 1), ...words.slice(1).slice(-1)].join('').toLocaleUpperCase('en');
}
