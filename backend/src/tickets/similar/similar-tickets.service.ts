import { Injectable } from '@nestjs/common';
import type { Author } from '../../common/author.ts';
import { AbortableReads, type Ask } from '../../database/abortable-reads.ts';
import type { TicketText } from '../../vocabulary/ticket-text.ts';
import { SearchTurns } from '../search-turns.service.ts';
import { TicketsService } from '../tickets.service.ts';
import { type WordCensus, isUnlikeAll, lookupsFor, weighed } from './domain/rare-words.ts';
import type { SimilarTicket } from './domain/similar-ticket.ts';
import { SimilarTicketsRepository } from './similar-tickets.repository.ts';
import { WordCounting } from './word-counting.service.ts';

/** Under this, two texts share no more than any two do: better silent than wrong. */
const FLOOR = 0.2;

/** How many at most, for whom, and until when somebody waits for them. */
export interface SimilarRequest {
  readonly limit: number;
  /** A ticket that is not to be among them: the one that has the text. */
  readonly except?: number;
  readonly caller: Author;
  readonly gone: AbortSignal;
}

/** A text, and the number of the ticket that has it; null when there is none yet. */
interface Asked {
  readonly text: TicketText;
  readonly id: number | null;
}

/**
 * Finds tickets about the same matter, resolved ones too: by the rare words of a text through the text index, weighed by
 * all its words and compared letter by letter. It takes its turn among the searches.
 */
@Injectable()
export class SimilarTickets {
  constructor(
    private readonly similar: SimilarTicketsRepository,
    private readonly counting: WordCounting,
    private readonly tickets: TicketsService,
    private readonly reads: AbortableReads,
    private readonly turns: SearchTurns,
  ) {}

  /**
   * The tickets that are most like one, the most similar first; none when none is.
   *
   * @throws TicketNotFound
   * @throws TooManyRequests when the caller has too many searches waiting.
   * @throws ClientWentAway when the client goes away.
   */
  async toTicket(id: number, request: SimilarRequest): Promise<SimilarTicket[]> {
    return this.find({ text: await this.tickets.get(id), id }, request);
  }

  /**
   * The same for a text that is no ticket yet.
   *
   * @throws TooManyRequests when the caller has too many searches waiting.
   * @throws ClientWentAway when the client goes away.
   */
  toText(text: TicketText, request: SimilarRequest): Promise<SimilarTicket[]> {
    return this.find({ text, id: null }, request);
  }

  private async find(of: Asked, { limit, except, caller, gone }: SimilarRequest): Promise<SimilarTicket[]> {
    const { similar, outgrown } = await this.turns.take(caller, gone, () =>
      this.reads.run(gone, async (ask) => {
        const known = await this.similar.census(ask);
        return {
          similar: await this.read(ask, of, { ...known, limit, except: of.id ?? except ?? null }),
          outgrown: known.outgrown,
        };
      }),
    );
    if (outgrown) await this.counting.ask();
    return similar;
  }

  private async read(
    ask: Ask,
    { text, id }: Asked,
    { census, limit, except }: { readonly census: WordCensus; readonly limit: number; readonly except: number | null },
  ): Promise<SimilarTicket[]> {
    const words = await this.similar.words(ask, id ?? text);
    const lookups = lookupsFor(words, census);
    if (lookups.length === 0) return [];
    const found = await this.similar.candidates(ask, lookups, except);
    if (found.length === 0) return [];
    const hits = new Set(found.flatMap((candidate) => candidate.lookups.flatMap((at) => lookups[at]?.words ?? [])));
    if (isUnlikeAll(words, lookups, hits)) return [];
    const telling = weighed(words, census).filter(({ lexeme, known }) => known || hits.has(lexeme));
    const ids = found.map((candidate) => candidate.id);
    return this.similar.mostSimilar(ask, ids, { text, words: telling }, { floor: FLOOR, limit });
  }
}
