import { momentWords } from '../../ui/moment-words';

const MINUTE_MS = 60_000;

/** "just now", "a minute ago", "5 minutes ago"; after an hour the moment: "today at 09:22". */
export function agoWords(moment: number, now: number): string {
  const minutes = Math.floor((now - moment) / MINUTE_MS);
  if (minutes < 1) return 'just now';
  if (minutes >= 60) return momentWords(moment, now);
  return minutes === 1 ? 'a minute ago' : `${minutes} minutes ago`;
}
