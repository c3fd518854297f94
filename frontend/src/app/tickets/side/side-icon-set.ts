// Icons of the cards beside a ticket; they travel with them.
import domain from '@material-symbols/svg-400/rounded/domain.svg';
import mail from '@material-symbols/svg-400/rounded/mail.svg';

export const SIDE_ICONS = { domain, mail } as const;
