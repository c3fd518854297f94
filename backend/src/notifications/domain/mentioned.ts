/** Somebody who can be mentioned. */
export interface Mentionable {
  readonly id: number;
  readonly username: string;
  readonly displayName: string;
}

/** So many signs are looked at in one note: nobody means more. */
const SIGNS_MAX = 200;
/** Not the sign within an address. */
const SIGN = /(?<![\p{L}\p{M}\p{N}_.@/+-])@/gu;
/** What a name cannot go on with; behind "@ada" stands "ada" also before the end of a sentence, and not in "@ada.lovelace". */
const ENDS = /^(?![\p{L}\p{M}\p{N}_]|[.-][\p{L}\p{N}])/u;

/**
 * Who is mentioned in a note: a display name or a username behind an @, in upper or lower case. Of names that begin alike the
 * longest counts; of several people with the same display name all are meant.
 *
 * @returns their ids, each once.
 */
export function mentioned(text: string, people: readonly Mentionable[]): number[] {
  const names = people.flatMap(({ id, username, displayName }) =>
    [username, displayName].map((name) => ({ id, name: compared(name) })),
  );
  const compare = compared(text);
  const found = [...compare.matchAll(SIGN)].slice(0, SIGNS_MAX).flatMap(({ index }) => {
    const begins = names.filter(
      ({ name }) =>
        compare.startsWith(name, index + 1) && ENDS.test(compare.slice(index + 1 + name.length).slice(0, 3)),
    );
    const longest = Math.max(...begins.map(({ name }) => name.length));
    return begins.filter(({ name }) => name.length === longest);
  });
  return [...new Set(found.map(({ id }) => id))];
}

/** As people take names for the same; Markdown may have a backslash before a sign. */
function compared(text: string): string {
  return text
    .replace(/\\(?=[\p{P}\p{S}])/gu, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, ' ');
}
