import type { SimilarTicket } from '../../api/model';
import { aTicket, tickets } from '../testing/tickets';
import { type KnownByNow, duplicateOffer } from './duplicate-offer';

const like = (id: number, duplicateOf: number | null = null): SimilarTicket => ({
  ...aTicket(id, { duplicate_of: duplicateOf }),
  similarity: 0.6,
});
const NOTHING: KnownByNow = { entries: [], newest: (ticket) => ticket, isGone: () => false };

describe('what a ticket may be a duplicate of', () => {
  it.each<[string, readonly SimilarTicket[], Partial<KnownByNow>, number | null]>([
    ['the nearest', [like(9), like(8)], {}, 9],
    ['what the nearest is a duplicate of', [like(9, 4), like(8)], {}, 4],
    ['never the ticket itself', [like(1), like(8)], {}, 8],
    ['nothing where there is nothing similar', [], {}, null],
    ['nothing while others are its duplicates', [like(9), like(8, 1)], {}, null],
    ['nothing by what is known of them now', [like(9)], { newest: () => ({ duplicate_of: 1 }) }, null],
    ['nothing when another was closed for it just now', [like(9)], { entries: [closed(9, 1)] }, null],
    ['what another was closed for just now', [like(9)], { entries: [closed(9, 4)] }, 4],
    ['none that is deleted', [like(9), like(8)], { isGone: (id) => id === 9 }, 8],
    ['none whose original is deleted', [like(9, 4), like(8)], { isGone: (id) => id === 4 }, 8],
  ])('is %s', (_, similar, known, original) => {
    expect(duplicateOffer({ id: 1 }, similar, { ...NOTHING, ...known })?.original ?? null).toBe(original);
  });
});

function closed(id: number, original: number) {
  return { ticket: tickets(id, id)[0]!, original };
}
