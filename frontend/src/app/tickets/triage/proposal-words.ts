import type { IconName } from '../../ui/icon-set';
import { ABSTENTIONS } from '../new-ticket/abstention-words';
import { openHeading } from '../new-ticket/card-words';
import { isStandIn } from '../new-ticket/stand-in';
import type { SuggestionIconName } from '../new-ticket/suggestion-icon-set';
import type { Said } from './triage-suggestions';

/** What stands over the proposal. */
export interface ProposalWords {
  readonly icon: IconName | SuggestionIconName;
  readonly heading: string;
  /** Who proposes, or what has not been measured. */
  readonly aside?: string;
  readonly lead?: string;
  /** There is no proposal. */
  readonly off: boolean;
}

/** @param label gives the word for a category's key. */
export function proposalWords(said: Said, correcting: boolean, label: (category: string) => string): ProposalWords {
  if (said === 'waiting') return { icon: 'wand_stars', heading: 'The desk is reading', off: false };
  if (said === null) return { icon: 'hourglass_top', heading: 'No suggestion yet', off: true };
  if (isStandIn(said)) {
    const lead = said.notice ?? undefined;
    return { icon: 'cloud_off', heading: 'No suggestion this time', ...(lead && { lead }), off: true };
  }
  const aside = said.source === 'local' ? 'own model' : (said.model ?? 'LLM');
  if (correcting) return { icon: 'edit', heading: 'What is it instead?', aside, off: false };
  if (said.hidden || said.abstained_because) {
    const icon = said.abstained_because ? ABSTENTIONS[said.abstained_because].icon : 'person_check';
    return { icon, heading: openHeading(said, label), off: true };
  }
  if (said.options.category.length > 1) {
    const lead = 'The desk cannot tell which.';
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
