import { createHash } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';

/**
 * What tells this desk from any other: an id that every process on one database works out alike, and that no two databases
 * share, not even one that was copied from the other. It is no secret.
 */
@Injectable()
export class DeskIdentity implements OnModuleInit {
  private known: string | null = null;

  constructor(private readonly dataSource: DataSource) {}

  async onModuleInit(): Promise<void> {
    const [row] = await this.dataSource.query<{ id: string }[]>(
      `SELECT system_identifier || '/' || oid AS id FROM pg_control_system(), pg_database
       WHERE datname = current_database()`,
    );
    if (!row) throw new Error('The database does not say which one it is');
    this.known = createHash('sha256').update(row.id).digest('hex').slice(0, 12);
  }

  /** Twelve hexadecimal digits; known from the start of the process on. */
  get id(): string {
    if (this.known === null) throw new Error('The desk is not known before the process has started');
    return this.known;
  }
}
