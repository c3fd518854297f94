import { TICKET_PRIORITIES } from '../../vocabulary/ticket-priority.ts';
import { excerptsOf } from './excerpts.ts';
import { SuggesterFailure } from './suggester-failure.ts';
import type { Judgement } from '../../suggestions/domain/suggestion.ts';
import type { TicketText } from '../../vocabulary/ticket-text.ts';

const LONGEST = 200;

/**
 * Checks an LLM's answer, which is untrusted whatever schema was asked for. Category and priority must be there and known,
 * in capital or small letters, with or without quotes. What only supports them is dropped when it is no good: a confidence
 * that is no number from 0 to 1 becomes null (to clamp 85 to 1 would claim certainty), a reason that is no excerpt of the
 * ticket goes.
 *
 * @throws SuggesterFailure `schema_mismatch` for another shape, `unknown_value` for a category or priority nobody offered.
 */
export function judgementOf(answer: unknown, text: TicketText, categories: readonly { key: string }[]): Judgement {
  const [category, priority] = [part(answer, 'category'), part(answer, 'priority')];
  return {
    category: oneOf(
      part(category, 'value'),
      categories.map(({ key }) => key),
    ),
    priority: oneOf(part(priority, 'value'), TICKET_PRIORITIES),
    confidence: {
      category: confidenceOf(part(category, 'confidence')),
      priority: confidenceOf(part(priority, 'confidence')),
    },
    reasons: {
      category: excerptsOf(part(category, 'reasons'), text),
      priority: excerptsOf(part(priority, 'reasons'), text),
    },
  };
}

function part(whole: unknown, name: string): unknown {
  const object = typeof whole === 'object' && whole !== null ? (whole as Record<string, unknown>) : {};
  if (Object.hasOwn(object, name)) return object[name];
  const alike = Object.keys(object).find((key) => sameLetters(key, name));
  return alike === undefined ? undefined : object[alike];
}

function oneOf<T extends string>(value: unknown, choices: readonly T[]): T {
  if (typeof value !== 'string') throw new SuggesterFailure('schema_mismatch');
  const choice = choices.find((offered) => offered === value) ?? choices.find((offered) => sameLetters(offered, value));
  if (choice === undefined) throw new SuggesterFailure('unknown_value');
  return choice;
}

/** Keys of categories and priorities are ASCII; models write them like the labels beside them, or between quotes. */
function sameLetters(one: string, other: string): boolean {
  return bare(one) === bare(other);
}

function bare(text: string): string {
  // No key is so long, and a hostile answer may have any number of quotes.
  if (text.length > LONGEST) return text;
  return text.replace(/^[\s"'`*]+|[\s"'`*]+$/g, '').toLowerCase();
}

function confidenceOf(value: unknown): number | null {
  return typeof value === 'number' && value >= 0 && value <= 1 ? value : null;
}
