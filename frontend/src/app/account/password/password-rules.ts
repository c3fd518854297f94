import { characters } from '../../ui/characters';
import { withoutUnseen } from '../../ui/unseen';

const PASSWORD_MIN = 10;

export const PASSWORD_HINT = `At least ${PASSWORD_MIN} characters, any you like. The commonest passwords are refused.`;

/** What is wrong with a new password as far as it can be told here, or undefined; the API knows the common ones. */
export function newPasswordMessage(password: string): string | undefined {
  if (password === '') return 'Choose a new password.';
  const length = lengthOf(password);
  if (length >= PASSWORD_MIN) return undefined;
  return `Use at least ${PASSWORD_MIN} characters; this has ${length}.`;
}

/** As the API counts: what nobody sees is no length, and neither is what one sign stands for. */
function lengthOf(password: string): number {
  return Math.min(characters(password), characters(withoutUnseen(password.normalize('NFKC'))));
}
