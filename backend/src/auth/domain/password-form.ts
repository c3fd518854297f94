import { withoutUnseen } from '../../common/validation/unseen.ts';

const SPACES = /\p{Zs}/gu;

/**
 * The form in which passwords are hashed and compared, so that one typed on another system or keyboard is the same:
 * compatibility forms (NFKC, as NIST SP 800-63B has it), one kind of space (RFC 8265, section 4.2), and without what
 * nobody sees (RFC 4013, section 2.1). Case and spaces count.
 */
export function passwordForm(password: string): string {
  return withoutUnseen(password.normalize('NFKC')).replace(SPACES, ' ');
}
