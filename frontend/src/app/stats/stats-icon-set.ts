// Icons that only the dashboard shows; they travel with it, not with the first download.
import publicIcon from '@material-symbols/svg-400/rounded/public.svg';
import trendingDown from '@material-symbols/svg-400/rounded/trending_down.svg';
import trendingFlat from '@material-symbols/svg-400/rounded/trending_flat.svg';
import trendingUp from '@material-symbols/svg-400/rounded/trending_up.svg';

export const STATS_ICONS = {
  public: publicIcon,
  trending_down: trendingDown,
  trending_flat: trendingFlat,
  trending_up: trendingUp,
} as const;

export type StatsIconName = keyof typeof STATS_ICONS;
