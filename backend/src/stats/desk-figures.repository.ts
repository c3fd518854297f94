import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { TOKEN_IS_GOOD, sessionIsGood } from '../auth/credential-validity.sql.ts';
import type { DeskFigures } from './desk-figures.ts';

/** All figures in one statement, so that they belong to the same moment; each table is read once. */
const FIGURES = `
  SELECT tickets, "openTickets", "usersActive", "adminsActive", "tokensActive", "sessionsActive", "categoriesActive"
  FROM (SELECT count(*)::int AS tickets, (count(*) FILTER (WHERE status = 'open'))::int AS "openTickets"
        FROM tickets WHERE deleted_at IS NULL),
    (SELECT count(*)::int AS "usersActive", (count(*) FILTER (WHERE role = 'admin'))::int AS "adminsActive"
     FROM users WHERE active),
    (SELECT count(*)::int AS "tokensActive" FROM api_tokens AS t WHERE ${TOKEN_IS_GOOD}),
    (SELECT count(*)::int AS "sessionsActive" FROM sessions AS s WHERE ${sessionIsGood('$1')}),
    (SELECT count(*)::int AS "categoriesActive" FROM categories WHERE active)`;

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
      'SELECT category, count(*)::int AS tickets FROM tickets WHERE deleted_at IS NULL GROUP BY category',
    );
  }
}
