import { Injectable } from '@nestjs/common';
import type { Author } from '../common/author.ts';
import { DomainError } from '../common/problems/domain-error.ts';
import { AbortableReads, type Ask } from '../database/abortable-reads.ts';
import { wasCutShort } from '../database/database-failures.ts';
import { type ReadingLimits, type SearchCandidate, portionsOf } from './domain/search-candidate.ts';
import {
  type SearchOutlook,
  type SearchStep,
  type SearchWeight,
  type StepsOrder,
  countingStep,
  stepsFor,
  weightOf,
} from './domain/search-steps.ts';
import type { Found } from './domain/ticket-pages.ts';
import { type TicketPlace, positionIn } from './domain/ticket-place.ts';
import { type SearchText, isReadLiterally } from './domain/ticket-search.ts';
import type { Ticket } from './domain/ticket.ts';
import { Told } from './domain/told.ts';
import { SearchTurns } from './search-turns.service.ts';
import { type Looked, TicketSearchRepository } from './ticket-search.repository.ts';
import type { TicketSlice } from './ticket-slice.sql.ts';
import { WordShares } from './word-shares.service.ts';

/** What one answer reads of texts at most. Making a kilobyte comparable takes the database about a third of a millisecond. */
const READ_AT_MOST: ReadingLimits = { tickets: 500, bytes: 1_000_000 };
/** What is read before it is the turn of what is dear, and before that of what is heavy. */
const READ_BEFORE: Readonly<Record<SearchWeight, ReadingLimits>> = {
  dear: READ_AT_MOST,
  heavy: { ...READ_AT_MOST, bytes: 100_000 },
  light: { ...READ_AT_MOST, bytes: 30_000 },
};
/** What need not be compared is only fetched. */
const FETCHED_AT_MOST: ReadingLimits = { ...READ_AT_MOST, bytes: Infinity };
const PORTION: ReadingLimits = { tickets: 25, bytes: 20_000 };
/** Beyond what a page takes, so many candidates are asked for at first: often enough they read as they should. */
const SPARE = 50;

const TOO_COSTLY = 'This search takes too long. A longer or rarer word, or a filter, makes it quicker.';

type Walked = Pick<Found, 'tickets' | 'goesOnAfter'>;
/** How frequent the words are, what was told before, and how much a step may take in this turn. */
interface Outset {
  readonly outlook: SearchOutlook | null;
  readonly told: Told;
  readonly turn: SearchWeight;
}
/** From what costs least. */
const WEIGHTS: readonly SearchWeight[] = ['light', 'heavy', 'dear'];
/** Thrown by a search that comes to what is heavy or dear, before its turn. */
class WeightAhead extends Error {
  readonly weight: 'heavy' | 'dear';

  constructor(weight: 'heavy' | 'dear') {
    super();
    this.weight = weight;
  }
}
/** What one step tells of a slice. */
type Look<Item> = (slice: TicketSlice, step: SearchStep) => Promise<Looked<Item>>;

/**
 * Searches tickets: rare words through the text index, frequent ones among the first of the list, by how frequent they are on
 * this desk. Both find the same. The text index knows words alone; whether phrases and signs stand in a text is for the text
 * to say, and reading texts is dear. So an answer reads so much and no more: with frequent words and rare phrases it holds
 * what was found until then, perhaps nothing, and tells where to go on. A first page that nobody counts ends before anything
 * dear; whoever goes on, or counts, waits for the turn of that.
 */
@Injectable()
export class TicketSearches {
  constructor(
    private readonly search: TicketSearchRepository,
    private readonly reads: AbortableReads,
    private readonly turns: SearchTurns,
    private readonly words: WordShares,
  ) {}

  /**
   * The tickets of a slice in which all terms occur, and how many there are in the whole list, as far as that is counted.
   *
   * @throws TooManyRequests when the caller has too many searches waiting.
   * @throws DomainError `bad_request` when the client goes away, which nobody reads; `database_timeout` when it takes too long.
   */
  find(slice: TicketSlice, text: SearchText, caller: Author, gone: AbortSignal): Promise<Found> {
    return this.inTurn(text, caller, gone, (ask, outset) =>
      isToBeRead(slice, text) ? this.findRead(ask, slice, text, outset) : this.findIndexed(ask, slice, text, outset),
    );
  }

  /** The same, uncounted. Of a part that is full, nobody says where to go on. */
  part(slice: TicketSlice, text: SearchText, caller: Author, gone: AbortSignal): Promise<Walked> {
    return this.inTurn(text, caller, gone, (ask, outset) => this.walk(ask, slice, text, outset));
  }

  private async inTurn<T>(
    text: SearchText,
    caller: Author,
    gone: AbortSignal,
    work: (ask: Ask, outset: Outset) => Promise<T>,
  ): Promise<T> {
    const outlook = await this.words.outlook(text);
    const told = new Told();
    try {
      return await this.turns.admit(caller, gone, (inTurn) => {
        const from = (turn: SearchWeight): Promise<T> =>
          inTurn(turn, () => this.reads.run(gone, (ask) => work(ask, { outlook, told, turn }))).catch(
            (error: unknown) => {
              if (!(error instanceof WeightAhead)) throw error;
              return from(error.weight);
            },
          );
        return from('light');
      });
    } catch (error) {
      throw wasCutShort(error) ? new DomainError('database_timeout', TOO_COSTLY) : error;
    }
  }

  /** The index alone tells what matches. */
  private async findIndexed(ask: Ask, slice: TicketSlice, text: SearchText, outset: Outset): Promise<Found> {
    const { found: tickets, edge, total } = await this.lookIndexed(ask, slice, text, outset);
    if (total !== null) return { tickets, goesOnAfter: edge, count: total, countExact: true };
    const step = countingStep(outset.outlook, text.terms.length);
    waitFor(weightOf(step, outset.outlook, { isRead: false }), outset);
    return { tickets, goesOnAfter: edge, ...(await this.search.countHits(ask, slice, text, step)) };
  }

  /** What matches is counted by reading, from the beginning of the list, as far as one answer reads. */
  private async findRead(ask: Ask, slice: TicketSlice, text: SearchText, outset: Outset): Promise<Found> {
    const limit = READ_AT_MOST.tickets;
    const all = await this.walkRead(ask, { ...slice, after: null, limit }, text, outset, false);
    const count = { count: all.tickets.length, countExact: all.goesOnAfter === null && all.tickets.length < limit };
    const page = slice.after === null ? upTo(slice.limit, all) : await this.walkRead(ask, slice, text, outset, false);
    return { ...page, ...count };
  }

  private async walk(ask: Ask, slice: TicketSlice, text: SearchText, outset: Outset): Promise<Walked> {
    if (isToBeRead(slice, text)) return this.walkRead(ask, slice, text, outset, slice.after === null);
    const { found: tickets, edge } = await this.lookIndexed(ask, slice, text, outset);
    return { tickets, goesOnAfter: edge };
  }

  private lookIndexed(ask: Ask, slice: TicketSlice, text: SearchText, outset: Outset): Promise<Looked<Ticket>> {
    const order = { terms: text.terms.length, wanted: slice.limit, isRead: false, isFirst: slice.after === null };
    return firstEnough(order, slice, outset, (part, step) => this.search.tickets(ask, part, text, step));
  }

  /**
   * Goes through the candidates of a slice in order and reads them, until the slice is full or as much is read as may be. A
   * first page ends where it would become dear.
   */
  private async walkRead(
    ask: Ask,
    slice: TicketSlice,
    text: SearchText,
    outset: Outset,
    isFirst: boolean,
  ): Promise<Walked> {
    const tickets: Ticket[] = [];
    const most = limitsOf(text, outset);
    const left = { ...most };
    const ended = (at: TicketPlace): Walked => {
      if (most === READ_BEFORE.light) throw new WeightAhead('heavy');
      if (most === READ_BEFORE.heavy && !isFirst) throw new WeightAhead('dear');
      return { tickets, goesOnAfter: at };
    };
    let { after } = slice;
    let wanted = Math.min(left.tickets, slice.limit + SPARE);
    for (;;) {
      const part = { ...slice, after, limit: wanted };
      const order = { terms: text.terms.length, wanted, isRead: true, isFirst };
      const { found, edge } = await firstEnough(order, part, outset, (of, step) =>
        this.search.candidates(ask, of, text, step),
      );
      const read = await this.read(ask, found, text, { ...outset, most: left, limit: slice.limit - tickets.length });
      tickets.push(...read.tickets);
      if (tickets.length >= slice.limit) return upTo(slice.limit, { tickets, goesOnAfter: null });
      if (read.stoppedAt) return ended(read.stoppedAt);
      const last = found.at(-1);
      if (found.length < wanted || !last) return { tickets, goesOnAfter: edge };
      left.tickets -= found.length;
      left.bytes -= found.reduce((sum, { size }) => sum + size, 0);
      if (left.tickets <= 0 || left.bytes <= 0) return ended(last);
      after = positionIn(slice.order, last);
      wanted = left.tickets;
    }
  }

  /** Reads candidates until so many tickets are found, or as much is read as may be, and then tells where that was. */
  private async read(
    ask: Ask,
    candidates: readonly SearchCandidate[],
    text: SearchText,
    { told, most, limit }: Pick<Outset, 'told'> & { readonly most: ReadingLimits; readonly limit: number },
  ): Promise<{ readonly tickets: readonly Ticket[]; readonly stoppedAt: TicketPlace | null }> {
    const tickets: Ticket[] = [];
    let last: SearchCandidate | undefined;
    for (const portion of portionsOf(candidates, most, PORTION)) {
      if (tickets.length >= limit) break;
      const ids = portion.map(({ id }) => id);
      tickets.push(...(await told.once(ids, () => this.search.read(ask, portion, text))));
      last = portion.at(-1);
    }
    return { tickets, stoppedAt: last === candidates.at(-1) ? null : (last ?? null) };
  }
}

/** What the first step tells that tells enough, or else the last one. */
async function firstEnough<Item>(
  order: StepsOrder,
  slice: TicketSlice,
  outset: Outset,
  look: Look<Item>,
): Promise<Looked<Item>> {
  const { outlook, told } = outset;
  let looked: Looked<Item> | undefined;
  for (const step of stepsFor(outlook, order)) {
    waitFor(weightOf(step, outlook, order), outset);
    looked = await told.once([slice.after, slice.limit, step], () => look(slice, step));
    if (looked.isEnough) return looked;
  }
  if (!looked) throw new Error('A search has no step');
  return looked;
}

/** @throws WeightAhead when something is too much for this turn. */
function waitFor(weight: SearchWeight, { turn }: Outset): void {
  if (weight !== 'light' && WEIGHTS.indexOf(weight) > WEIGHTS.indexOf(turn)) throw new WeightAhead(weight);
}

function limitsOf({ terms }: SearchText, { turn }: Outset): ReadingLimits {
  return terms.some(isReadLiterally) ? READ_BEFORE[turn] : FETCHED_AT_MOST;
}

function isToBeRead({ filter }: TicketSlice, { terms }: SearchText): boolean {
  return terms.some(isReadLiterally) || filter.id !== undefined;
}

/** What is full goes on after its own last ticket. */
function upTo(limit: number, { tickets, goesOnAfter }: Walked): Walked {
  return { tickets: tickets.slice(0, limit), goesOnAfter: tickets.length >= limit ? null : goesOnAfter };
}
