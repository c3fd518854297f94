// Icons of what goes for good; they travel with the ticket, not with the first download.
import inkEraser from '@material-symbols/svg-400/rounded/ink_eraser.svg';
import moreHoriz from '@material-symbols/svg-400/rounded/more_horiz.svg';

export const ERASURE_ICONS = { ink_eraser: inkEraser, more_horiz: moreHoriz } as const;
