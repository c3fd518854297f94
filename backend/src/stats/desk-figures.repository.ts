import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { TOKEN_IS_GOOD, sessionIsGood } from '../auth/credential-validity.sql.ts';
import { counted, summed } from '../tickets/ticket-counts.sql.ts';
import type { DeskFigures } from './desk-figures.ts';

/** All figures in one statement, so that they belong to the same moment; of tickets, what is kept of their number. */
const FIGURES = `
  SELECT tickets, "openTickets", "usersActive", "adminsActive", "tokensActive", "sessionsActive", "categoriesActive",
    "mailsQuarantined"
  FROM (SELECT ${summed()} AS tickets, ${summed(`status = 'open'`)} AS "openTickets"
        FROM ${counted('status, tickets', [])} AS cells),
    (SELECT count(*)::int AS "usersActive", (count(*) FILTER (WHERE role = 'admin'))::int AS "adminsActive"
     FROM users WHERE active),
    (SELECT count(*)::int AS "tokensActive" FROM api_tokens AS t WHERE ${TOKEN_IS_GOOD}),
    (SELECT count(*)::int AS "sessionsActive" FROM sessions AS s WHERE ${sessionIsGood('$1')}),
    (SELECT count(*)::int AS "categoriesActive" FROM categories WHERE active),
    (SELECT count(*)::int AS "mailsQuarantined" FROM mails WHERE state = 'quarantined')`;

@Injectable()
export class DeskFiguresRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** @param idleMinutes after so many minutes without a sign of life a session is over. */
  async read(idleMinutes: number): Promise<DeskFigures> {
    const rows: DeskFigures[] = await this.dataSource.query(FIGURES, [idleMinutes]);
    if (!rows[0]) throw new Error('The database returned no figures');
    return rows[0];
  }

  async ticketsByCategory(): Promise<{ category: string; tickets: number }[]> {
    return this.dataSource.query(
      `SELECT category, sum(tickets)::int AS tickets FROM ${counted('category, tickets', [])} AS cells
       GROUP BY category HAVING sum(tickets) > 0`,
    );
  }
}
