// Icons that only the suggestion card shows; they travel with it, not with the first download.
import balance from '@material-symbols/svg-400/rounded/balance.svg';
import menuBook from '@material-symbols/svg-400/rounded/menu_book.svg';
import modelTraining from '@material-symbols/svg-400/rounded/model_training.svg';
import networkIntelligence from '@material-symbols/svg-400/rounded/network_intelligence.svg';
import questionMark from '@material-symbols/svg-400/rounded/question_mark.svg';
import rule from '@material-symbols/svg-400/rounded/rule.svg';
import shortText from '@material-symbols/svg-400/rounded/short_text.svg';
import tag from '@material-symbols/svg-400/rounded/tag.svg';
import translate from '@material-symbols/svg-400/rounded/translate.svg';

export const SUGGESTION_ICONS = {
  balance,
  menu_book: menuBook,
  model_training: modelTraining,
  network_intelligence: networkIntelligence,
  question_mark: questionMark,
  rule,
  short_text: shortText,
  tag,
  translate,
} as const;

export type SuggestionIconName = keyof typeof SUGGESTION_ICONS;
