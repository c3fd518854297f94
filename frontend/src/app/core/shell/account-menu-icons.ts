// Icons that only the account menu shows; they travel with it, not with the first download.
import brightnessAuto from '@material-symbols/svg-400/rounded/brightness_auto.svg';
import devices from '@material-symbols/svg-400/rounded/devices.svg';
import key from '@material-symbols/svg-400/rounded/key.svg';
import logout from '@material-symbols/svg-400/rounded/logout.svg';
import password from '@material-symbols/svg-400/rounded/password.svg';
import quickreply from '@material-symbols/svg-400/rounded/quickreply.svg';
import signature from '@material-symbols/svg-400/rounded/signature.svg';

export const ACCOUNT_MENU_ICONS = {
  brightness_auto: brightnessAuto,
  devices,
  key,
  logout,
  password,
  quickreply,
  signature,
} as const;
