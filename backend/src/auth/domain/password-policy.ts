import { passwordForm } from './password-form.ts';

/** Lengths are in characters (code points). */
export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 256;
/** What has to be left when everything that is tried first here is taken out. */
const LEFT_MIN = 6;

export type PasswordProblem = 'too_short' | 'too_long' | 'invalid_characters' | 'too_common' | 'too_easy_to_guess';

export const PASSWORD_PROBLEMS: Readonly<Record<PasswordProblem, string>> = {
  too_short: `must be at least ${String(PASSWORD_MIN)} characters long.`,
  too_long: `must be at most ${String(PASSWORD_MAX)} characters long.`,
  invalid_characters: 'contains a broken character.',
  too_common: 'is one of the commonest passwords.',
  too_easy_to_guess: 'needs more besides your name and words like “support” or “password”.',
};

/** Words that somebody would try first, here. */
const WORDS_OF_THE_DESK = ['support', 'ticket', 'tickets', 'system', 'desk', 'help', 'service', 'agent', 'admin'];
const WORDS_OF_PASSWORDS = ['administrator', 'password', 'passwort', 'welcome', 'letmein', 'login', 'changeme'];

export interface PasswordContext {
  /** The names of the person whose password it becomes. */
  readonly names: readonly string[];
  /** Whether a password, given in lower case, is among the commonest. */
  readonly isCommon: (password: string) => boolean;
}

/**
 * The first rule that a new password breaks, or null. Any characters will do, in any mixture; what counts is length and
 * that nobody tries it first (OWASP ASVS 5.0, 6.2).
 */
export function passwordProblem(password: string, { names, isCommon }: PasswordContext): PasswordProblem | null {
  if (characters(password) > PASSWORD_MAX) return 'too_long';
  if (!password.isWellFormed()) return 'invalid_characters';
  const form = passwordForm(password);
  // What nobody sees is no length, and neither is what one sign stands for.
  if (Math.min(characters(password), characters(form)) < PASSWORD_MIN) return 'too_short';
  const lower = form.toLowerCase();
  if (isCommon(lower)) return 'too_common';
  const words = [...WORDS_OF_THE_DESK, ...WORDS_OF_PASSWORDS, ...names.flatMap(partsOf)];
  return leftWithout(words, lower) < LEFT_MIN ? 'too_easy_to_guess' : null;
}

function characters(text: string): number {
  return Array.from(text).length;
}

/** A name and its parts, like `mina.park`, `mina` and `park`. */
function partsOf(name: string): string[] {
  const lower = passwordForm(name).toLowerCase();
  return [lower, ...lower.split(/[^\p{L}\p{N}]+/u)].filter((part) => Array.from(part).length >= 3);
}

/** How many characters are left at least when words are taken out of a text. */
function leftWithout(words: readonly string[], text: string): number {
  // The least number of characters left on the way to each place; step by step, so that no text takes long.
  const left = new Array<number>(text.length + 1).fill(Infinity);
  left[0] = 0;
  for (let place = 0; place < text.length; place += 1) {
    const here = left[place] ?? Infinity;
    left[place + 1] = Math.min(left[place + 1] ?? Infinity, here + 1);
    for (const { length } of words.filter((word) => text.startsWith(word, place))) {
      left[place + length] = Math.min(left[place + length] ?? Infinity, here);
    }
  }
  return left[text.length] ?? 0;
}
