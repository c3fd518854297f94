import type { KnownWords, Suggestion } from '../../api/model';
import type { IconName } from '../../ui/icon-set';
import { isolated } from '../../ui/isolated';
import { countText } from '../../ui/numbers';
import { ABSTENTIONS, howLittle, whyQuiet, wordsToShow } from '../new-ticket/abstention-words';
import { openHeading, pairRecord } from '../new-ticket/card-words';
import { isStandIn } from '../new-ticket/stand-in';
import type { SuggestionIconName } from '../new-ticket/suggestion-icon-set';
import type { TriageChoice } from './triage-choice';

/** What stands over the proposal. */
export interface ProposalWords {
  readonly icon: IconName | SuggestionIconName;
  readonly heading: string;
  /** Who proposes, or what has not been measured. */
  readonly aside?: string;
  readonly lead?: string;
  /** Some words of the ticket, under that. */
  readonly words?: KnownWords;
  /** There is no proposal. */
  readonly off: boolean;
}

/** What of the choice its words depend on. */
export type ChoiceState = { readonly [Part in 'said' | 'asked' | 'retired']: ReturnType<TriageChoice[Part]> };

/** @param label gives the word for a category's key. */
export function proposalWords(state: ChoiceState, label: (category: string) => string): ProposalWords {
  const { said, asked } = state;
  if (said === 'waiting') return { icon: 'wand_stars', heading: 'The desk is reading', off: false };
  if (asked === 'priority') return { icon: 'edit', heading: 'How urgent is it?', off: withoutProposal(state) };
  if (said === null) return { icon: 'hourglass_top', heading: 'No suggestion yet', off: true };
  if (isStandIn(said)) {
    const lead = said.notice ?? undefined;
    return { icon: 'cloud_off', heading: 'No suggestion this time', ...(lead && { lead }), off: true };
  }
  if (withoutProposal(state)) return { ...whyNone(said, state, label), off: true };
  const aside = said.source === 'local' ? 'own model' : (said.model ?? 'LLM');
  if (asked === 'category') return { icon: 'edit', heading: 'What is it instead?', aside, off: false };
  if (said.options.category.length > 1) {
    const record = pairRecord(said);
    const known =
      record && `One of these two is right in ${countText(record.right)} of ${countText(record.of)} cases like this. `;
    const lead = `${known ?? ''}The desk cannot tell which.`;
    return { icon: 'wand_stars', heading: openHeading(said, label), aside, lead, off: false };
  }
  const lead = said.measured ? undefined : 'Starter knowledge, not yet measured on your tickets';
  return {
    icon: 'wand_stars',
    heading: 'The desk proposes',
    aside,
    ...(lead && said.source === 'local' && { lead }),
    off: false,
  };
}

/** The person chooses the category unaided. */
function withoutProposal({ said, retired }: ChoiceState): boolean {
  if (said === 'waiting') return false;
  return said === null || isStandIn(said) || said.hidden || said.abstained_because !== null || retired !== null;
}

function whyNone(
  said: Suggestion,
  { retired }: ChoiceState,
  label: (category: string) => string,
): Pick<ProposalWords, 'icon' | 'heading' | 'lead' | 'words'> {
  if (retired !== null) {
    return { icon: 'question_mark', heading: `No suggestion: ${isolated(label(retired))} is not used any more` };
  }
  const { abstained_because: because } = said;
  const [lead, words] = [howLittle(said) ?? whyQuiet(said), wordsToShow(said)];
  return {
    ...{ ...(lead && { lead }), ...(words && { words }) },
    icon: because ? ABSTENTIONS[because].icon : 'person_check',
    heading: openHeading(said, label),
  };
}
