/** What stands in a text for what is known once it is used: its name in double braces, and one space before it. */
const PLACEHOLDER = /( ?)\{\{([^{}]*)\}\}/g;

/** The names in `{{ }}`, each once, as they are written. */
export function placeholdersIn(text: string): string[] {
  return [...new Set(Array.from(text.matchAll(PLACEHOLDER), ([, , name = '']) => name.trim()))];
}

/** Those that stand for nothing. */
export function unknownPlaceholders(text: string, known: readonly string[]): string[] {
  return placeholdersIn(text).filter((name) => !known.includes(name));
}

/**
 * The text with values in the place of their names. Where one is empty the space before goes too ("Hello,"); what has no value stays
 * as it is written.
 */
export function filledIn(text: string, values: ReadonlyMap<string, string>): string {
  return text.replace(PLACEHOLDER, (whole, space: string, name: string) => {
    const value = values.get(name.trim());
    if (value === undefined) return whole;
    return value === '' ? '' : space + value;
  });
}
