import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Tickets that look filed wrongly: each refit replaces them (`suspects`). What an admin looked at and left where it is stays
 * known (`kept_categories`). Both go with the ticket; nothing of its words is in them.
 */
export class KeepSuspects1764500000401 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE suspects (
        ticket_id bigint NOT NULL,
        place integer NOT NULL,
        filed text NOT NULL,
        likelier text NOT NULL,
        confidence double precision NOT NULL,
        CONSTRAINT suspects_pk PRIMARY KEY (ticket_id),
        CONSTRAINT suspects_ticket_fk FOREIGN KEY (ticket_id) REFERENCES tickets (id) ON DELETE CASCADE,
        CONSTRAINT suspects_filed_fk FOREIGN KEY (filed) REFERENCES categories (key),
        CONSTRAINT suspects_likelier_fk FOREIGN KEY (likelier) REFERENCES categories (key),
        CONSTRAINT suspects_place_check CHECK (place >= 1),
        CONSTRAINT suspects_confidence_check CHECK (confidence BETWEEN 0 AND 1)
      )`);
    await runner.query(`
      CREATE TABLE kept_categories (
        ticket_id bigint NOT NULL,
        category text NOT NULL,
        kept_by bigint,
        kept_at timestamptz(3) NOT NULL DEFAULT now(),
        CONSTRAINT kept_categories_pk PRIMARY KEY (ticket_id),
        CONSTRAINT kept_categories_ticket_fk FOREIGN KEY (ticket_id) REFERENCES tickets (id) ON DELETE CASCADE,
        CONSTRAINT kept_categories_category_fk FOREIGN KEY (category) REFERENCES categories (key),
        CONSTRAINT kept_categories_kept_by_fk FOREIGN KEY (kept_by) REFERENCES users (id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE kept_categories, suspects');
  }
}
