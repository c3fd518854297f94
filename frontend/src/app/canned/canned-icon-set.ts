// Icons that only the page of canned answers shows; they travel with it, not with the first download.
import deleteIcon from '@material-symbols/svg-400/rounded/delete.svg';
import upload from '@material-symbols/svg-400/rounded/upload.svg';
import { COMPOSER_ICONS } from '../tickets/conversation/composer-icon-set';

export const CANNED_ICONS = { ...COMPOSER_ICONS, delete: deleteIcon, upload } as const;
