/** What the text index keeps of a word: its lexemes in the order of their places, and those that have none. */
export interface IndexedWord {
  readonly placed: readonly string[];
  readonly others: readonly string[];
}

/**
 * Puts the document of a text together from those of its words, as `search_document` makes it. The database takes a
 * millisecond and more for each text, which is half an hour for a million of them; this takes a thirtieth of it. The
 * loader has the database make a sample of them itself, and fails when one differs.
 */
export class IndexedLetter {
  readonly #places = new Map<string, number[]>();
  readonly #others = new Set<string>();
  #place = 0;

  add({ placed, others }: IndexedWord): void {
    for (const lexeme of placed) {
      this.#place += 1;
      const places = this.#places.get(lexeme);
      if (places) places.push(this.#place);
      else this.#places.set(lexeme, [this.#place]);
    }
    for (const lexeme of others) this.#others.add(lexeme);
  }

  /** As PostgreSQL reads a tsvector. */
  toString(): string {
    const placed = [...this.#places].map(([lexeme, places]) => `${quoted(lexeme)}:${places.join(',')}`);
    const others = [...this.#others].filter((lexeme) => !this.#places.has(lexeme)).map(quoted);
    return [...placed, ...others].join(' ');
  }
}

/** A number, and its endings of four digits and more. */
export function indexedNumber(digits: string): IndexedWord {
  const endings = Array.from({ length: Math.max(0, digits.length - 4) }, (_, place) => `~${digits.slice(place + 1)}`);
  return { placed: [digits], others: endings };
}

function quoted(lexeme: string): string {
  return `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
