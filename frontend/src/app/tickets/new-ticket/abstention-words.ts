import type { AbstentionReason, KnownWords, Suggestion, SuggestionRecord } from '../../api/model';
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
  often_wrong: { icon: 'rule', words: 'No suggestion: the desk is often wrong about such texts' },
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

/** A few words of the text that the desk knows and does not, where that is why it says nothing; null where none are told. */
export function wordsToShow({ abstained_because: because, known_words: words }: Suggestion): KnownWords | null {
  if (because !== 'unknown_words' || words === null) return null;
  return words.seen.length + words.unseen.length > 0 ? words : null;
}

/** "Right 9 of 31 times, so it keeps quiet": where it is often wrong, how often it would have been right; null while unknown. */
export function whyQuiet({ abstained_because: because, measured, record }: Suggestion): string | null {
  const known: SuggestionRecord | null = because === 'often_wrong' && measured ? record.category : null;
  return known && `Right ${countText(known.right)} of ${countText(known.of)} times, so it keeps quiet`;
}
