// Icons that only the sign-in and account pages show; they travel with those pages, not with the first download.
import computer from '@material-symbols/svg-400/rounded/computer.svg';
import contentCopy from '@material-symbols/svg-400/rounded/content_copy.svg';
import devices from '@material-symbols/svg-400/rounded/devices.svg';
import key from '@material-symbols/svg-400/rounded/key.svg';
import mobile from '@material-symbols/svg-400/rounded/mobile.svg';
import password from '@material-symbols/svg-400/rounded/password.svg';
import signature from '@material-symbols/svg-400/rounded/signature.svg';

export const ACCOUNT_ICONS = {
  computer,
  content_copy: contentCopy,
  devices,
  key,
  mobile,
  password,
  signature,
} as const;
