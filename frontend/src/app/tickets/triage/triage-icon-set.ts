// Icons that only triage shows; they travel with it, not with the first download.
import fileCopy from '@material-symbols/svg-400/rounded/file_copy.svg';
import skipNext from '@material-symbols/svg-400/rounded/skip_next.svg';
import { SUGGESTION_ICONS } from '../new-ticket/suggestion-icon-set';

export const TRIAGE_ICONS = { ...SUGGESTION_ICONS, file_copy: fileCopy, skip_next: skipNext } as const;
