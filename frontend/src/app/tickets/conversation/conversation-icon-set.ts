// Icons that only the conversation shows; they travel with the ticket, not with the first download.
import gppMaybe from '@material-symbols/svg-400/rounded/gpp_maybe.svg';
import lock from '@material-symbols/svg-400/rounded/lock.svg';
import lockFill from '@material-symbols/svg-400/rounded/lock-fill.svg';
import moreHoriz from '@material-symbols/svg-400/rounded/more_horiz.svg';
import reply from '@material-symbols/svg-400/rounded/reply.svg';
import scheduleSend from '@material-symbols/svg-400/rounded/schedule_send.svg';
import verifiedUser from '@material-symbols/svg-400/rounded/verified_user.svg';
import visibilityOff from '@material-symbols/svg-400/rounded/visibility_off.svg';

export const CONVERSATION_ICONS = {
  gpp_maybe: gppMaybe,
  lock,
  'lock-fill': lockFill,
  more_horiz: moreHoriz,
  reply,
  schedule_send: scheduleSend,
  verified_user: verifiedUser,
  visibility_off: visibilityOff,
} as const;
