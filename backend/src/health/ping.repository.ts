import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

@Injectable()
export class PingRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Whether the database answers at all. */
  async answers(): Promise<boolean> {
    return this.dataSource.query('SELECT 1').then(
      () => true,
      () => false,
    );
  }

  /** The version of PostgreSQL, like `18.1`. */
  async serverVersion(): Promise<string> {
    const rows: { server_version: string }[] = await this.dataSource.query('SHOW server_version');
    return rows[0]?.server_version.split(' ', 1)[0] ?? 'unknown';
  }
}
