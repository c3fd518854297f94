import { confidencePercent, confidenceWord } from '../../ui/confidence';
import { isolated } from '../../ui/isolated';
import { PRIORITY_LABELS } from '../../ui/vocabulary';
import { WHY_HIDDEN, openHeading } from './card-words';
import { type Proposal, proposals } from './proposal';
import type { Settled } from './suggestion-state';

/** The fields that a person decided, so that a proposal changed nothing. */
export interface Kept {
  readonly category: boolean;
  readonly priority: boolean;
}

/** What is read aloud when the desk has answered. `label` gives the word for a category's key. */
export function announcement(state: Settled, label: (category: string) => string, kept: Kept): string {
  switch (state.phase) {
    case 'idle':
      return '';
    case 'failed':
      return 'No suggestion this time. The desk could not be asked.';
    case 'none':
      return `No suggestion this time. ${state.suggestion.notice ?? ''}`.trim();
    case 'open': {
      const heading = openHeading(state.suggestion, (key) => isolated(label(key)));
      return state.suggestion.hidden ? `${heading}. ${WHY_HIDDEN}` : `${heading}.`;
    }
    case 'suggested': {
      const { category, priority } = proposals(state.suggestion);
      const first = spoken('category', category, label, kept.category);
      const second = spoken('priority', priority, (value) => PRIORITY_LABELS[value], kept.priority);
      return `The desk suggests ${[first, second].filter((words) => words !== null).join(', and ')}.`;
    }
  }
}

/** Null where the desk has nothing of its own to say. */
function spoken<T extends string>(
  field: string,
  { options, confidence, record, firstGuess, from }: Proposal<T>,
  label: (value: T) => string,
  kept: boolean,
): string | null {
  if (from !== 'desk') return null;
  const value = options.map((option) => label(option)).join(' or ');
  const sure =
    confidence === null
      ? ''
      : `, ${confidenceWord(confidence).toLowerCase()}, ${confidencePercent(confidence)} percent`;
  const known = record ? `, right ${record.right} of ${record.of} times` : '';
  return `${field} ${value}${sure}${known}${firstGuess ? ', a first guess' : ''}${kept ? ', your choice stays' : ''}`;
}
