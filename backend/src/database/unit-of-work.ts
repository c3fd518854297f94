import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/** An open transaction; services hand it from one repository to the next without looking inside. */
export type Transaction = EntityManager;

/** Runs work of several repositories as one transaction: all of it is kept, or none. */
@Injectable()
export class UnitOfWork {
  constructor(private readonly dataSource: DataSource) {}

  /** Commits when `work` resolves, rolls back when it rejects. Never await anything but the database inside. */
  run<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(work);
  }
}
