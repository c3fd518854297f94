import { Injectable } from '@nestjs/common';
import { CategoriesService } from '../categories/categories.service.ts';
import { ValidationFailed } from '../common/problems/domain-error.ts';
import type { Transaction } from '../database/unit-of-work.ts';
import { UsersService } from '../users/users.service.ts';
import type { TicketEdit, TicketPatch } from './domain/ticket-change.ts';

/** Knows which categories and people a ticket may get. What it has already it may keep, also when it is out of use. */
@Injectable()
export class TicketChoices {
  constructor(
    private readonly categories: CategoriesService,
    private readonly users: UsersService,
  ) {}

  /**
   * Makes sure that a ticket may get these values. Until the transaction ends nobody can retire the category or
   * deactivate the person.
   *
   * @throws ValidationFailed for an unknown or retired category, or an assignee who is no active user.
   */
  async require(
    transaction: Transaction,
    { category, assignee }: Pick<TicketEdit, 'category' | 'assignee'>,
  ): Promise<void> {
    if (assignee !== undefined && assignee !== null) await this.requireActiveUser(transaction, assignee);
    if (category !== undefined) await this.categories.requireActive(category, transaction);
  }

  /** The same edit without a category or an assignee that a ticket may not get. */
  async possible(transaction: Transaction, { category, assignee, ...edit }: TicketPatch): Promise<TicketPatch> {
    return {
      ...edit,
      ...(category !== undefined && (await this.allows(transaction, { category })) && { category }),
      ...(assignee !== undefined && (await this.allows(transaction, { assignee })) && { assignee }),
    };
  }

  private async allows(transaction: Transaction, edit: Pick<TicketEdit, 'category' | 'assignee'>): Promise<boolean> {
    try {
      await this.require(transaction, edit);
      return true;
    } catch (error) {
      if (error instanceof ValidationFailed) return false;
      throw error;
    }
  }

  private async requireActiveUser(transaction: Transaction, id: number): Promise<void> {
    if (await this.users.holdActive(transaction, id)) return;
    const message = 'Assignee must be an active user.';
    throw new ValidationFailed([{ field: 'assignee', code: 'unknown_value', message }]);
  }
}
