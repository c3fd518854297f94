import { TICKET_PRIORITIES } from '../../src/vocabulary/ticket-priority.ts';
import type { DecidedTicket } from '../../src/learning/domain/decided-ticket.ts';
import { chanceOf } from '../../src/learning/evaluation/chance.ts';
import { STARTER } from '../../src/learning/starter/starter.ts';

/** Which share of tickets belongs to each category: desks are lopsided. */
const SHARES = [
  ['technical', 0.46],
  ['billing', 0.27],
  ['account', 0.18],
  ['general', 0.09],
] as const;
/** How often somebody decides otherwise than the text says, how often a word is left out, and how often it is the desk's own. */
const WRONG = 0.1;
const LEFT_OUT = 0.2;
const OWN_WORD = 0.15;
const OWN_WORDS = 20_000;
const SYLLABLES = 'ba co di fu gra hen ist jo kel lum mor nat os pri qua rin sto tel ux ver wan yll zeb'.split(' ');

/**
 * Tickets that are like the starter's and like no other: halves of two of a category, words left out, and words that no
 * other desk has, most of them rare. The same seed gives the same tickets.
 */
export function madeUpTickets(count: number, seed = 1): DecidedTicket[] {
  const chance = chanceOf(seed);
  const among = <Item>(items: readonly Item[]): Item => items[Math.floor(chance() * items.length)] as Item;
  const own = new Map(
    SHARES.map(([key]) => [key as string, STARTER.tickets.filter(({ category }) => category === key)] as const),
  );
  const category = (): string => {
    let left = chance();
    for (const [key, share] of SHARES) if ((left -= share) < 0) return key;
    return SHARES[0][0];
  };
  return Array.from({ length: count }, () => {
    const key = category();
    const [one, other] = [among(own.get(key) ?? []), among(own.get(key) ?? [])];
    const words = [...half(one, 0), ...half(other, 1)]
      .filter(() => chance() >= LEFT_OUT)
      .map((word) => (chance() < OWN_WORD ? ownWord(chance() ** 3) : word));
    const isWrong = chance() < WRONG;
    return {
      text: { title: one.text.title, description: words.join(' ') },
      category: isWrong ? category() : key,
      priority: isWrong ? among(TICKET_PRIORITIES) : one.priority,
    };
  });
}

function half({ text }: DecidedTicket, which: 0 | 1): string[] {
  const words = text.description.split(' ');
  const middle = Math.ceil(words.length / 2);
  return which === 0 ? words.slice(0, middle) : words.slice(middle);
}

/** One of the words that only this desk has, from the most frequent (0) to the rarest (below 1). */
function ownWord(rank: number): string {
  const chance = chanceOf(Math.floor(rank * OWN_WORDS));
  return Array.from(
    { length: 2 + Math.floor(chance() * 3) },
    () => SYLLABLES[Math.floor(chance() * SYLLABLES.length)] ?? '',
  ).join('');
}
