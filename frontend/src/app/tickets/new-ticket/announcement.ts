import { confidencePercent, confidenceWord } from '../../ui/confidence';
import { PRIORITY_LABELS } from '../../ui/vocabulary';
import { proposals } from './decision';
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
    case 'suggested': {
      const { category, priority } = proposals(state.suggestion);
      const first = spoken(`category ${label(category.value)}`, category.confidence, kept.category);
      const second = spoken(`priority ${PRIORITY_LABELS[priority.value]}`, priority.confidence, kept.priority);
      return `The desk suggests ${first}, and ${second}.`;
    }
  }
}

function spoken(value: string, confidence: number | null, kept: boolean): string {
  const sure =
    confidence === null
      ? ''
      : `, ${confidenceWord(confidence).toLowerCase()}, ${confidencePercent(confidence)} percent`;
  return `${value}${sure}${kept ? ', your choice stays' : ''}`;
}
