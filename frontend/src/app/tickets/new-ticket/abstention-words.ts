import type { AbstentionReason, Suggestion } from '../../api/model';
import { countText } from '../../ui/numbers';
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

const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** How little the desk knows of the text, where that is why it says nothing; null otherwise, and where nobody counted. */
export function howLittle({ abstained_because: because, known_words: words, language }: Suggestion): string | null {
  if (because !== 'unknown_words' && because !== 'unknown_language') return null;
  const name = language === null ? undefined : languages.of(language);
  const sentences = [
    ...(name ? [`It seems to be written in ${name}.`] : []),
    ...(words && words.of > 0 ? [`${countText(words.known)} of ${countText(words.of)} words are known here.`] : []),
  ];
  return sentences.length > 0 ? sentences.join(' ') : null;
}
