import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/unit-of-work.ts';
import { UserRepository } from './user.repository.ts';
import type { User } from './user.ts';

/** The people of the desk, as everybody who works there may know them. */
@Injectable()
export class UsersService {
  constructor(private readonly users: UserRepository) {}

  /** Everybody, those who may not sign in any more too (history names them), by the name that people see. */
  all(): Promise<User[]> {
    return this.users.findAll();
  }

  /** Those who may sign in, by the name that people see. */
  active(transaction: Transaction): Promise<User[]> {
    return this.users.findActive(transaction);
  }

  /** The ids of those who may not sign in any more. */
  inactiveIds(): Promise<number[]> {
    return this.users.findInactiveIds();
  }

  /** The person with this id, or null. */
  find(id: number): Promise<User | null> {
    return this.users.find(id);
  }

  /** Whether a person is active; if so they stay that until the transaction ends. */
  holdActive(transaction: Transaction, id: number): Promise<boolean> {
    return this.users.holdActive(transaction, id);
  }

  /**
   * The person as they are now, who stays so until the transaction ends; and so does another, when one is named. They are
   * held in the order of their ids, so that two who hold the same two wait for each other and never in a circle.
   */
  async hold(transaction: Transaction, id: number, beside: number | null = null): Promise<User | null> {
    if (beside !== null && beside < id) await this.users.hold(transaction, beside);
    const user = await this.users.findForUpdate(transaction, id);
    if (beside !== null && beside > id) await this.users.hold(transaction, beside);
    return user;
  }
}
