// Icons that only a field for a text shows; they travel with it, not with the first download.
import keyboardCapslock from '@material-symbols/svg-400/rounded/keyboard_capslock.svg';
import visibility from '@material-symbols/svg-400/rounded/visibility.svg';
import visibilityOff from '@material-symbols/svg-400/rounded/visibility_off.svg';

export const TEXT_FIELD_ICONS = {
  keyboard_capslock: keyboardCapslock,
  visibility,
  visibility_off: visibilityOff,
} as const;
