import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Knows the key that signs the addresses to which mails of the desk are answered. */
@Injectable()
export class ReplyKeyRepository {
  private known: Promise<string> | null = null;

  constructor(private readonly dataSource: DataSource) {}

  /** Made with the database and never another one, so it is read once. */
  key(): Promise<string> {
    this.known ??= this.read().catch((error: unknown) => {
      this.known = null;
      throw error;
    });
    return this.known;
  }

  private async read(): Promise<string> {
    const rows: { key: string }[] = await this.dataSource.query('SELECT key FROM reply_keys');
    const [row] = rows;
    if (!row) throw new Error('The database has no key for addresses of answers');
    return row.key;
  }
}
