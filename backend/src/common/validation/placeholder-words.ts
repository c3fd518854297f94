import { unknownPlaceholders } from '../placeholders.ts';
import { oneOf } from './choice-words.ts';

/** What is wrong with a text in which not all placeholders stand for something; null where they do. @param known their names. */
export function unknownPlaceholderWords(text: string, known: readonly string[]): string | null {
  const [first] = unknownPlaceholders(text, known);
  if (first === undefined) return null;
  return `Nothing is known of {{${first}}}. A placeholder is ${oneOf(known.map((name) => `{{${name}}}`))}.`;
}
