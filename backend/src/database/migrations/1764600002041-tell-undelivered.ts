import type { MigrationInterface, QueryRunner } from 'typeorm';

const KINDS_BEFORE = `'mention', 'assigned', 'answered'`;

/** People are told of answers that did not arrive. Old rows are checked by the next migration, while others write. */
export class TellUndelivered1764600002041 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.allowKinds(runner, `${KINDS_BEFORE}, 'undelivered'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM notifications WHERE kind = 'undelivered'`);
    await this.allowKinds(runner, KINDS_BEFORE);
  }

  private async allowKinds(runner: QueryRunner, kinds: string): Promise<void> {
    await runner.query(`
      ALTER TABLE notifications DROP CONSTRAINT notifications_kind_check,
        ADD CONSTRAINT notifications_kind_check CHECK (kind IN (${kinds})) NOT VALID`);
  }
}
