import type { Status } from '../api/model';

/** How a ticket stands, in words for the one who asked. */
export interface StatusWords {
  readonly words: string;
  readonly icon: 'circle' | 'clock_loader_40' | 'reply' | 'check_circle-fill';
  readonly tone: 'turn' | 'done' | 'plain';
}

const ARRIVED: StatusWords = { words: 'Arrived, in our queue', icon: 'circle', tone: 'plain' };
const AT_WORK: StatusWords = { words: 'We are on it', icon: 'clock_loader_40', tone: 'plain' };
const ANSWERED: StatusWords = { words: 'We answered, your turn', icon: 'reply', tone: 'turn' };
const SOLVED: StatusWords = { words: 'Solved', icon: 'check_circle-fill', tone: 'done' };

/** `answered`: the desk spoke last. */
export function statusWords(status: Status, answered: boolean): StatusWords {
  if (isSolved(status)) return SOLVED;
  if (answered) return ANSWERED;
  return status === 'open' ? ARRIVED : AT_WORK;
}

/** Nothing is left to do; an answer opens it again. */
export function isSolved(status: Status): boolean {
  return status === 'resolved' || status === 'closed';
}
