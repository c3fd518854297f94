import { DataSource, type ObjectLiteral, type QueryRunner } from 'typeorm';
import { answer } from './answer.ts';
import { withConnection } from './connection.ts';

/**
 * TypeORM's data source for entities and migrations. What repositories ask goes to a connection of its pool straight away:
 * a query runner for each statement, with its logs and subscribers that the desk does not have, costs more than sending it.
 */
export class DeskDataSource extends DataSource {
  override query<T>(sql: string, parameters?: unknown[] | ObjectLiteral, runner?: QueryRunner): Promise<T> {
    if (runner || (parameters !== undefined && !Array.isArray(parameters))) {
      return super.query<T>(sql, parameters, runner);
    }
    return withConnection(this, (client) => answer<T>(sql, parameters, () => client.query(sql, parameters)));
  }
}
