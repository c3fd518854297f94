import type { AbstentionReason } from '../../api/model';
import type { SuggestionIconName } from './suggestion-icon-set';

interface AbstentionWords {
  readonly icon: SuggestionIconName;
  readonly words: string;
}

/** Why the desk rather says nothing, as the person is told. */
export const ABSTENTIONS: Readonly<Record<AbstentionReason, AbstentionWords>> = {
  little_text: { icon: 'short_text', words: 'No suggestion yet: a sentence more would help' },
  unknown_words: { icon: 'question_mark', words: 'No suggestion: few of these words have been seen here' },
  unknown_language: { icon: 'translate', words: 'No suggestion: language not learned yet' },
  too_close: { icon: 'balance', words: 'No suggestion: too close to call' },
  not_learnable: { icon: 'question_mark', words: 'No suggestion: not learnable on this desk yet' },
};
