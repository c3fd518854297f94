import { isVisible } from '../../common/validation/unseen.ts';
import { DESCRIPTION_MAX } from '../../vocabulary/ticket-text.ts';

/** What a ticket begins with: the whole of it is its description, of which the end may be folded. */
export interface FirstWords {
  readonly description: string;
  /** The quoted end of the description; '' without one. */
  readonly folded: string;
}

/** Words and what they quote as a ticket begins with them: as much as it may hold. A quote is folded only where something else is seen. */
export function firstWords({ text, folded }: { readonly text: string; readonly folded: string }): FirstWords {
  const description = [...(text + folded)].slice(0, DESCRIPTION_MAX).join('');
  return { description, folded: isVisible(text) ? description.slice(text.length) : '' };
}
