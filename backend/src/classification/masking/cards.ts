import { type DigitChain, digitChains, digitsOf } from './digit-chains.ts';
import type { Finding } from './finding.ts';

/** The first digits of the networks, with the lengths that their numbers have (ISO/IEC 7812). */
const NETWORKS = [
  /^4(?:\d{12}|\d{15}|\d{18})$/,
  /^5\d{15}$/,
  /^2[2-7]\d{14}$/,
  /^3[47]\d{13}$/,
  /^3(?:0|6|8|9)\d{12}$/,
  /^35\d{14}$/,
  /^8[12]\d{14}$/,
  /^9792\d{12}$/,
  /^(?:6\d{15}|6\d{17}|6\d{18})$/,
];
const MOST_GROUPS = 8;

/** Payment cards: a number of a network whose check digit is right, in groups or without. */
export function findCards(text: string): Finding[] {
  // Mail programs break lines between groups: a break reads like the space that it took the place of.
  const line = text.replaceAll('\n', ' ');
  return digitChains(line).flatMap((chain) => cardsIn(chain, line).filter((card) => linesOf(card, text) <= 2));
}

function linesOf({ start, end }: Finding, text: string): number {
  return text.slice(start, end).split(/\n+/).length;
}

function cardsIn(chain: DigitChain, text: string): Finding[] {
  const found: Finding[] = [];
  for (let first = 0; first < chain.length; first++) {
    const length = cardLength(chain.slice(first, first + MOST_GROUPS), text);
    const [begin, end] = [chain[first], chain[first + length - 1]];
    if (length === 0 || !begin || !end) continue;
    const identity = digitsOf(chain.slice(first, first + length));
    found.push({ kind: 'CARD', start: begin.start, end: end.end, identity });
    first += length - 1;
  }
  return found;
}

/** How many groups from the first one on are a card; 0 when none are. */
function cardLength(chain: DigitChain, text: string): number {
  let number = '';
  for (const [index, { digits, start }] of chain.entries()) {
    const before = chain[index - 1];
    if (before && !/^[ ./_-]{1,3}$/.test(text.slice(before.end, start))) return 0;
    number += digits;
    if (number.length > 19) return 0;
    if (NETWORKS.some((network) => network.test(number)) && isLuhn(number)) return index + 1;
  }
  return 0;
}

/** The check digit of ISO/IEC 7812-1, annex B. */
function isLuhn(number: string): boolean {
  const sum = [...number].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
