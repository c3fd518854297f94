import { isVisible } from './unseen.ts';

/** Limits of a text field; `max` counts code points. An optional field may be left out or be empty; null is no text. */
export interface TextLimits {
  readonly max: number;
  readonly singleLine?: boolean;
  /** A name must read as what it is: nothing in it may turn the direction of letters. */
  readonly name?: boolean;
  readonly optional?: boolean;
}

export type TextProblem = 'required' | 'not_text' | 'too_long' | 'not_one_line' | 'disguised' | 'invalid_characters';

// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const LINE_BREAK_OR_CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;

/** Embeddings, overrides and isolates; the plain marks of right and left are harmless. */
const TURNS_DIRECTION = /[\u202a-\u202e\u2066-\u2069]/;

/** The first rule that a trimmed value breaks, or null. */
export function textProblem(value: unknown, limits: TextLimits): TextProblem | null {
  if (value === undefined || value === '') return limits.optional ? null : 'required';
  if (value === null) return limits.optional ? 'not_text' : 'required';
  if (typeof value !== 'string') return 'not_text';
  if (!limits.optional && !isVisible(value)) return 'required';
  // UTF-16 units never outnumber code points by more than two to one, so most texts need no counting.
  if (value.length > limits.max && (value.length > 2 * limits.max || countCodePoints(value) > limits.max))
    return 'too_long';
  if (limits.singleLine && LINE_BREAK_OR_CONTROL.test(value)) return 'not_one_line';
  if (limits.name && TURNS_DIRECTION.test(value)) return 'disguised';
  if (value.includes('\0') || !value.isWellFormed()) return 'invalid_characters';
  return null;
}

function countCodePoints(text: string): number {
  return Array.from(text).length;
}
