import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';

/**
 * What one dead connection tells of the others: whatever took it may have taken those too that nobody uses at the moment,
 * and each of them would cost somebody a request to find out. So they are thrown away together; new ones cost milliseconds.
 */
@Injectable()
export class IdleConnections implements OnModuleInit {
  constructor(private readonly dataSource: DataSource) {}

  onModuleInit(): void {
    const pool = (this.dataSource.driver as unknown as { readonly master: Pool }).master;
    const throwAway = () => {
      for (let left = pool.idleCount; left > 0; left--) {
        pool.connect().then(
          (idle) => {
            idle.release(true);
          },
          () => undefined,
        );
      }
    };
    pool.on('error', throwAway);
    pool.on('release', (error: unknown) => {
      if (error instanceof Error) throwAway();
    });
  }
}
