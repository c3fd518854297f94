import { loadCommonPasswords } from './common-passwords.ts';
import { PASSWORD_PROBLEMS, type PasswordProblem, passwordProblem } from './domain/password-policy.ts';

/** What is wrong with a password that somebody wants to have: a code for programs, words that follow its name. */
export interface BadPassword {
  readonly code: PasswordProblem;
  readonly words: string;
}

/** The first rule that a new password breaks, or null; `names` are those of the person whose it becomes. */
export async function badPassword(password: string, names: readonly string[]): Promise<BadPassword | null> {
  const common = await loadCommonPasswords();
  const code = passwordProblem(password, { names, isCommon: (lower) => common.test(lower) });
  return code && { code, words: PASSWORD_PROBLEMS[code] };
}
