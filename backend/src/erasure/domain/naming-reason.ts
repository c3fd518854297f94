import { literalPattern } from '../../common/literal-pattern.ts';
import type { ForgottenPerson } from '../../forgetting/word-keeper.ts';

/** Of shorter names nobody is known: they are words of every other sentence. */
const NAME_MIN = 3;

/**
 * Whether the reason of an erasure, which is kept for good, tells whom it was about: it holds one of their names, whole, or one of their
 * addresses, in whichever case.
 */
export function tellsWho(reason: string, { names, addresses }: Pick<ForgottenPerson, 'names' | 'addresses'>): boolean {
  const said = comparable(reason);
  if (addresses.some((address) => said.includes(comparable(address)))) return true;
  return names
    .map(comparable)
    .filter((name) => (name.match(/\p{L}/gu) ?? []).length >= NAME_MIN)
    .some((name) => asWords(name).test(said));
}

function comparable(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

/** A name of one word may be the beginning of another; what follows one of several belongs to it: "Ruth Adlers". */
function asWords(name: string): RegExp {
  const end = name.includes(' ') ? '' : String.raw`(?![\p{L}\p{M}\p{N}])`;
  return new RegExp(String.raw`(?<![\p{L}\p{M}\p{N}])${literalPattern(name)}${end}`, 'u');
}
