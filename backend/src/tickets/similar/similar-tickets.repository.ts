import { Injectable } from '@nestjs/common';
import type { Ask } from '../../database/abortable-reads.ts';
import type { TicketText } from '../../vocabulary/ticket-text.ts';
import { type TicketRow, toTicket } from '../ticket-row.ts';
import type { AskedWord, Lookup, WeighedWord, WordCensus } from './domain/rare-words.ts';
import type { SimilarTicket } from './domain/similar-ticket.ts';
import { CENSUS, candidates, mostSimilar, wordsOfText, wordsOfTicket } from './similar-tickets.sql.ts';

/** What is known of the words, and whether that is of another desk than today's. */
export interface KnownWords {
  readonly census: WordCensus;
  readonly outgrown: boolean;
}

/** A ticket that has rare words of a text, and the lookups, counted from 0, that found it. */
export interface Candidate {
  readonly id: number;
  readonly lookups: readonly number[];
}

/** As if all had been read, where nobody has counted. */
const UNCOUNTED_SHARE = 1;
/** A desk that has grown by a quarter, and by more than a few tickets, has other words. */
const GROWTH = 1.25;
const FEW_TICKETS = 50;

/** The steps of finding similar tickets, each bounded; they are asked one after another in one transaction. */
@Injectable()
export class SimilarTicketsRepository {
  async census(ask: Ask): Promise<KnownWords> {
    const [row] = await ask<{
      readonly tickets: number | null;
      readonly share: number | null;
      readonly counted_until: string | null;
      readonly last_number: string;
    }>(CENSUS);
    const until = Number(row?.counted_until ?? 0);
    const last = Number(row?.last_number ?? 0);
    return {
      census: { tickets: Math.max(1, row?.tickets ?? last), share: row?.share ?? UNCOUNTED_SHARE },
      outgrown: last > until * GROWTH + FEW_TICKETS,
    };
  }

  words(ask: Ask, of: number | TicketText): Promise<AskedWord[]> {
    return ask<AskedWord>(typeof of === 'number' ? wordsOfTicket(of) : wordsOfText(of));
  }

  async candidates(ask: Ask, lookups: readonly Lookup[], except: number | null): Promise<Candidate[]> {
    const rows = await ask<{ ticket_id: string; places: number[] }>(candidates(lookups, except));
    return rows.map(({ ticket_id: id, places }) => ({ id: Number(id), lookups: places.map((place) => place - 1) }));
  }

  async mostSimilar(
    ask: Ask,
    ids: readonly number[],
    asked: { readonly text: TicketText; readonly words: readonly WeighedWord[] },
    bounds: { readonly floor: number; readonly limit: number },
  ): Promise<SimilarTicket[]> {
    const rows = await ask<TicketRow & { similarity: number }>(mostSimilar(ids, asked, bounds));
    return rows.map((row) => ({ ticket: toTicket(row), similarity: row.similarity }));
  }
}
