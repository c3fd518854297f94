// Icons of the box that a message is written in; they travel with it.
import arrowDropDown from '@material-symbols/svg-400/rounded/arrow_drop_down.svg';
import send from '@material-symbols/svg-400/rounded/send.svg';

export const COMPOSER_ICONS = { arrow_drop_down: arrowDropDown, send } as const;
