// Icons that only the portal shows; they travel with it.
import attachFile from '@material-symbols/svg-400/rounded/attach_file.svg';
import logout from '@material-symbols/svg-400/rounded/logout.svg';
import mail from '@material-symbols/svg-400/rounded/mail.svg';
import moreHoriz from '@material-symbols/svg-400/rounded/more_horiz.svg';
import reply from '@material-symbols/svg-400/rounded/reply.svg';
import send from '@material-symbols/svg-400/rounded/send.svg';

export const PORTAL_ICONS = { attach_file: attachFile, logout, mail, more_horiz: moreHoriz, reply, send } as const;
