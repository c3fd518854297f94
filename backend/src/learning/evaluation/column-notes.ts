/** What is read of a file, by name. */
const USED = ['title', 'description', 'category', 'priority'];

/** What other programs call those that a file may be without. */
const OTHER_NAMES = {
  title: ['subject', 'summary', 'headline', 'short_description'],
  priority: ['urgency', 'severity', 'impact'],
} as const;

/**
 * One sentence where a column is missing and another one looks as if it were meant: which columns the file has, and which
 * of them are used. Nothing is guessed: what is meant has to be named so.
 *
 * @param rows with their names in small letters.
 */
export function columnNotes(file: string, rows: readonly Readonly<Record<string, unknown>>[]): string[] {
  const found = new Set(rows.flatMap((row) => Object.keys(row)));
  const meant = Object.entries(OTHER_NAMES).flatMap(([name, others]) =>
    found.has(name) ? [] : others.filter((other) => found.has(other)).map((other) => `${other} as ${name}`),
  );
  if (meant.length === 0) return [];
  const used = USED.filter((name) => found.has(name));
  return [
    `${file} has the columns ${[...found].join(', ')}; used are ${used.join(', ')}. If you meant ${meant.join(' and ')}, rename it.`,
  ];
}
