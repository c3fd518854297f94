import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';

/**
 * What tells this desk from any other: an id that was made with its database and that every process on it has in common. A
 * backup brings it back; a copy that lives beside the desk has the same, until it is given one of its own. It is no secret.
 */
@Injectable()
export class DeskIdentity implements OnModuleInit {
  private known: string | null = null;

  constructor(private readonly dataSource: DataSource) {}

  async onModuleInit(): Promise<void> {
    const [row] = await this.dataSource.query<{ id: string }[]>('SELECT id FROM desk');
    if (!row) throw new Error('The database does not say which desk it is');
    this.known = row.id.replaceAll('-', '').slice(0, 12);
  }

  /** Twelve hexadecimal digits; known from the start of the process on. */
  get id(): string {
    if (this.known === null) throw new Error('The desk is not known before the process has started');
    return this.known;
  }
}
