import type { Status } from '../api/model';
import type { PortalTicketRow } from '../api/portal-model';

/** How a ticket stands, in words for the one who asked, or is in copy of it. */
export interface StatusWords {
  readonly words: string;
  readonly icon: 'circle' | 'clock_loader_40' | 'reply' | 'check_circle-fill';
  readonly tone: 'turn' | 'done' | 'plain';
}

const ARRIVED: StatusWords = { words: 'Arrived, in our queue', icon: 'circle', tone: 'plain' };
const AT_WORK: StatusWords = { words: 'We are on it', icon: 'clock_loader_40', tone: 'plain' };
const ANSWERED: StatusWords = { words: 'We answered, your turn', icon: 'reply', tone: 'turn' };
const ANSWERED_ANOTHER: StatusWords = { words: 'We answered', icon: 'reply', tone: 'plain' };
const SOLVED: StatusWords = { words: 'Solved', icon: 'check_circle-fill', tone: 'done' };

type Standing = Pick<PortalTicketRow, 'status' | 'answered' | 'mine'>;

/** `answered`: the desk spoke last. `mine`: the reader asked, whose turn it is then. */
export function statusWords({ status, answered, mine }: Standing): StatusWords {
  if (isSolved(status)) return SOLVED;
  if (answered) return mine ? ANSWERED : ANSWERED_ANOTHER;
  return status === 'open' ? ARRIVED : AT_WORK;
}

/** Nothing is left to do; an answer opens it again. */
export function isSolved(status: Status): boolean {
  return status === 'resolved' || status === 'closed';
}
