import type { KnownWords, Suggestion, SuggestionRecord } from '../../api/model';
import type { IconName } from '../../ui/icon-set';
import { countText } from '../../ui/numbers';
import { ABSTENTIONS, howLittle, whyQuiet, wordsToShow } from './abstention-words';
import type { Standing } from './decision';
import type { SuggestionIconName } from './suggestion-icon-set';
import type { Settled, SuggestionState } from './suggestion-state';

type CardIcon = IconName | SuggestionIconName;

/** What the suggestion card says around its fields. */
export interface CardWords {
  readonly icon: CardIcon;
  readonly heading: string;
  /** A sentence under the heading. */
  readonly lead?: string;
  /** Some words of the text, under that. */
  readonly words?: KnownWords;
  /** What stands behind it, at the foot. */
  readonly foot?: { readonly icon: CardIcon; readonly words: string };
  /** Grey: there is no proposal. */
  readonly off?: boolean;
}

/** How the desk's proposals stand to the values. */
export interface Standings {
  readonly category: Standing | null;
  readonly priority: Standing | null;
}

/** @param label gives the word for a category's key. */
export function cardWords(
  state: SuggestionState,
  standings: Standings,
  label: (category: string) => string,
): CardWords {
  switch (state.phase) {
    case 'reading':
      return {
        icon: 'wand_stars',
        heading: 'The desk is reading',
        foot: { icon: 'keyboard', words: 'Both fields are usable at once' },
      };
    case 'idle':
      return {
        icon: 'wand_stars',
        heading: 'The desk suggests',
        lead: 'It reads along and fills in both when you pause. You have the last word.',
      };
    case 'suggested':
      return { icon: 'wand_stars', heading: decidedHeading(standings), foot: footOf(state.suggestion, standings) };
    case 'open':
      return openWords(state.suggestion, standings, label);
    case 'none':
    case 'failed':
      return {
        ...{ icon: 'cloud_off', heading: 'No suggestion this time', lead: whyNone(state), off: true },
        ...(state.requestId && { foot: { icon: 'tag', words: `Request ${state.requestId}` } }),
      };
  }
}

/** The heading where the desk leaves the choice of the category to the person. */
export function openHeading(suggestion: Suggestion, label: (category: string) => string): string {
  const { hidden, abstained_because, options } = suggestion;
  if (hidden) return 'This one is yours to choose';
  if (abstained_because) return ABSTENTIONS[abstained_because].words;
  return `${options.category.map((key) => label(key)).join(' or ')}: please choose`;
}

/** Why nothing is shown though nothing is wrong. */
export const WHY_HIDDEN = 'For a few tickets the desk keeps its suggestion to itself, to learn how good it is.';

function openWords(suggestion: Suggestion, standings: Standings, label: (category: string) => string): CardWords {
  const heading = openHeading(suggestion, label);
  if (suggestion.hidden) return { icon: 'person_check', heading, lead: WHY_HIDDEN, off: true };
  const because = suggestion.abstained_because;
  if (because === null) {
    const decided = standings.category === 'asked' ? heading : decidedHeading(standings);
    const ofBoth = standings.category === 'asked' ? pairFoot(suggestion) : undefined;
    const foot = ofBoth ?? footOf(suggestion, standings);
    return { icon: 'wand_stars', heading: decided, foot };
  }
  const [lead, words] = [howLittle(suggestion), wordsToShow(suggestion)];
  return {
    ...{ icon: ABSTENTIONS[because].icon, heading, ...(lead && { lead }), ...(words && { words }) },
    ...{ foot: silentFoot(suggestion), off: true },
  };
}

function silentFoot(suggestion: Suggestion): NonNullable<CardWords['foot']> {
  if (suggestion.abstained_because === 'little_text') {
    return { icon: 'edit', words: 'Asks again by itself while you type' };
  }
  const quiet = whyQuiet(suggestion);
  return quiet
    ? { icon: 'history', words: quiet }
    : { icon: 'model_training', words: 'The desk learns from your choice' };
}

/** How often one of two was right, as far as that is known. */
export function pairRecord({ options, measured, record }: Suggestion): SuggestionRecord | null {
  return measured && options.category.length > 1 ? record.category : null;
}

function pairFoot(suggestion: Suggestion): CardWords['foot'] {
  const record = suggestion.notice ? null : pairRecord(suggestion);
  if (!record) return undefined;
  const words = `One of the two in ${countText(record.right)} of ${countText(record.of)} such cases`;
  return { icon: 'network_intelligence', words };
}

function decidedHeading({ category, priority }: Standings): string {
  const stands = [category, priority];
  if (stands.includes('overridden')) return 'The desk suggested, you decided';
  const open = stands.some((one) => one === 'taken' || one === 'asked');
  return !open && stands.includes('agreed') ? 'The desk suggested, you agreed' : 'The desk suggests';
}

function footOf({ source, model, measured, notice }: Suggestion, standings: Standings): CardWords['foot'] {
  // Somebody stands in for the LLM: that is why it is not the LLM.
  if (notice) return { icon: 'cloud_off', words: notice };
  const agreed = standings.category === 'agreed' && standings.priority !== 'taken';
  if (agreed && standings.priority !== 'overridden') {
    return { icon: 'network_intelligence', words: 'Counts as one right answer' };
  }
  if (source !== 'local') {
    const name = model ?? 'An LLM';
    return { icon: 'network_intelligence', words: measured ? name : `${name}, not yet measured on your tickets` };
  }
  return measured
    ? { icon: 'network_intelligence', words: 'The desk’s own model' }
    : { icon: 'menu_book', words: 'Starter knowledge, not yet measured on your tickets' };
}

function whyNone(state: Settled): string {
  if (state.phase === 'failed') return 'The desk could not be asked. Please check both; nothing you typed is lost.';
  const notice = 'suggestion' in state ? state.suggestion.notice : null;
  return notice ?? 'The defaults are filled in. Please check both; nothing you typed is lost.';
}
