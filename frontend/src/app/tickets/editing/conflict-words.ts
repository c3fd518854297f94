import { withinSentence } from '../../ui/author';
import type { Names } from '../ticket-names';
import type { Conflict } from './conflict';

/** What the question says. */
export interface ConflictWords {
  readonly heading: string;
  /** Who stands out at the beginning of the sentence; '' when nobody does. */
  readonly who: string;
  readonly what: string;
  /** Whose the two values are: behind them, after a comma. */
  readonly mine: string;
  readonly theirs: string;
  readonly keep: string;
  readonly take: string;
}

/** The words for a conflict with somebody, with nobody knows whom, or with oneself at another place. */
export function conflictWords({ id, mine, by }: Conflict, names: Names): ConflictWords {
  const what = `the ${mine.kind} of ticket #${id}`;
  if (by === null) {
    return {
      ...{ heading: 'Someone was faster', who: '', what: `Somebody changed ${what} in the meantime.` },
      ...{ mine: 'you', theirs: 'theirs', keep: 'Keep mine', take: 'Take theirs' },
    };
  }
  if (by.id === names.me()) {
    const place = by.via === 'token' ? 'your API token' : 'your other tab';
    const how = by.via === 'token' ? 'with an API token' : 'in another tab';
    return {
      ...{ heading: 'You changed this twice', who: 'You', what: `changed ${what} ${how} in the meantime.` },
      ...{ mine: 'here', theirs: place, keep: 'Keep what is here', take: `Take ${place}’s` },
    };
  }
  const name = names.person(by.id);
  const first = withinSentence(name.split(' ')[0] ?? name);
  return {
    ...{
      heading: 'Someone was faster',
      who: name,
      what: `changed ${what}${by.via === 'token' ? ' with an API token' : ''} in the meantime.`,
    },
    ...{ mine: 'you', theirs: first, keep: 'Keep mine', take: `Take ${first}’s` },
  };
}
