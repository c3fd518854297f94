import { findCards } from './cards.ts';
import { findEmails } from './emails.ts';
import type { Finding } from './finding.ts';
import { foldedText } from './folded-text.ts';
import { findIbans } from './ibans.ts';
import { findIpAddresses } from './ip-addresses.ts';
import type { OwnPatterns } from './own-patterns.ts';
import { findPhones } from './phones.ts';
import { findSecrets } from './secrets.ts';

/** A part of a text as it was written that must not leave the desk; `identity` is the same for the same value. */
export type SensitivePart = Finding;

/** In this order: what is found first keeps what it found, and what others find there besides goes with it. */
const FINDERS = [findSecrets, findIbans, findCards, findEmails, findIpAddresses, findPhones];

/** The parts of a text that must not leave the desk, in their order; none overlaps another. */
export function sensitiveParts(text: string, own: OwnPatterns): SensitivePart[] {
  const folded = foldedText(text);
  const inText = (find: (of: string) => Finding[]) =>
    find(folded.text).map((part) => ({ ...part, start: folded.startOf(part.start), end: folded.endOf(part.end) }));
  // An admin may have written a pattern for characters that folding makes plain.
  const found = [...inText((of) => own.find(of)), ...own.find(text), ...FINDERS.flatMap(inText)];
  return joined(found);
}

/** Of parts that overlap one is left, as long as both together: nothing of either is to be seen. */
function joined(found: readonly Finding[]): Finding[] {
  const inOrder = found
    .map((part, rank) => ({ part, rank }))
    .sort((one, other) => one.part.start - other.part.start || one.rank - other.rank);
  const parts: { part: Finding; rank: number }[] = [];
  for (const next of inOrder) {
    const last = parts.at(-1);
    if (!last || next.part.start >= last.part.end) parts.push(next);
    else parts[parts.length - 1] = together(last, next);
  }
  return parts.map(({ part }) => part);
}

function together<Ranked extends { readonly part: Finding; readonly rank: number }>(
  one: Ranked,
  other: Ranked,
): Ranked {
  const first = one.rank <= other.rank ? one : other;
  const [start, end] = [Math.min(one.part.start, other.part.start), Math.max(one.part.end, other.part.end)];
  return { ...first, part: { ...first.part, start, end } };
}
