import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { SuggestionSource } from './domain/suggestion-source.ts';

/** A suggestion that a ticket was written with, whose nearest tickets nobody has looked for yet. */
export interface Unsought {
  readonly id: string;
  readonly ticketId: number;
}

/** Tickets whose suggestions are older than this are not worth a search any more. */
const SOUGHT_FOR = '2 hours';

/** Keeps which confirmed tickets were nearest to the ticket of a suggestion. */
@Injectable()
export class NearestTicketsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Of what a source suggested for tickets within the last two hours, the newest first. */
  async unsought(source: SuggestionSource, limit: number): Promise<Unsought[]> {
    const rows: { id: string; ticket_id: string }[] = await this.dataSource.query(
      `SELECT id, ticket_id FROM suggestions
       WHERE created_at > now() - interval '${SOUGHT_FOR}' AND source = $1 AND ticket_id IS NOT NULL
         AND nearest_tickets IS NULL
       ORDER BY created_at DESC LIMIT $2`,
      [source, limit],
    );
    return rows.map(({ id, ticket_id: ticketId }) => ({ id, ticketId: Number(ticketId) }));
  }

  /** @param tickets their numbers, the nearest first. */
  async keep(suggestionId: string, tickets: readonly number[]): Promise<void> {
    await this.dataSource.query('UPDATE suggestions SET nearest_tickets = $2 WHERE id = $1', [suggestionId, tickets]);
  }

  /** The numbers of the tickets, the nearest first, null while nobody has looked; undefined when there is no such suggestion. */
  async of(suggestionId: string): Promise<number[] | null | undefined> {
    const rows: { nearest_tickets: string[] | null }[] = await this.dataSource.query(
      'SELECT nearest_tickets FROM suggestions WHERE id = $1',
      [suggestionId],
    );
    return rows[0] && (rows[0].nearest_tickets?.map(Number) ?? null);
  }
}
