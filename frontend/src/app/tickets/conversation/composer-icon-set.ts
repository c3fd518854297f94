// Icons of the box that a message is written in; they travel with it.
import alternateEmail from '@material-symbols/svg-400/rounded/alternate_email.svg';
import arrowDropDown from '@material-symbols/svg-400/rounded/arrow_drop_down.svg';
import attachFile from '@material-symbols/svg-400/rounded/attach_file.svg';
import code from '@material-symbols/svg-400/rounded/code.svg';
import formatBold from '@material-symbols/svg-400/rounded/format_bold.svg';
import formatItalic from '@material-symbols/svg-400/rounded/format_italic.svg';
import formatListBulleted from '@material-symbols/svg-400/rounded/format_list_bulleted.svg';
import formatListNumbered from '@material-symbols/svg-400/rounded/format_list_numbered.svg';
import formatQuote from '@material-symbols/svg-400/rounded/format_quote.svg';
import quickreply from '@material-symbols/svg-400/rounded/quickreply.svg';
import send from '@material-symbols/svg-400/rounded/send.svg';
import textFormat from '@material-symbols/svg-400/rounded/text_format.svg';

export const COMPOSER_ICONS = {
  alternate_email: alternateEmail,
  arrow_drop_down: arrowDropDown,
  attach_file: attachFile,
  code,
  format_bold: formatBold,
  format_italic: formatItalic,
  format_list_bulleted: formatListBulleted,
  format_list_numbered: formatListNumbered,
  format_quote: formatQuote,
  quickreply,
  send,
  text_format: textFormat,
} as const;
