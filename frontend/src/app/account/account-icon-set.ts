// Icons that only the sign-in and account pages show; they travel with those pages, not with the first download.
import computer from '@material-symbols/svg-400/rounded/computer.svg';
import contentCopy from '@material-symbols/svg-400/rounded/content_copy.svg';
import devices from '@material-symbols/svg-400/rounded/devices.svg';
import key from '@material-symbols/svg-400/rounded/key.svg';
import keyboardCapslock from '@material-symbols/svg-400/rounded/keyboard_capslock.svg';
import mobile from '@material-symbols/svg-400/rounded/mobile.svg';
import password from '@material-symbols/svg-400/rounded/password.svg';
import visibility from '@material-symbols/svg-400/rounded/visibility.svg';
import visibilityOff from '@material-symbols/svg-400/rounded/visibility_off.svg';

/** What a field for a password needs. */
export const FIELD_ICONS = {
  keyboard_capslock: keyboardCapslock,
  visibility,
  visibility_off: visibilityOff,
} as const;

export const ACCOUNT_ICONS = { computer, content_copy: contentCopy, devices, key, mobile, password } as const;
