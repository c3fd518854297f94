import { Injectable } from '@nestjs/common';
import { type FieldError, ValidationFailed } from '../common/problems/domain-error.ts';
import { oneOf } from '../common/validation/choice-words.ts';
import type { Transaction } from '../database/unit-of-work.ts';
import { CategoryRepository } from './category.repository.ts';
import type { Category } from './category.ts';

/** The vocabulary of categories, read from the database each time, so that every replica sees a change at once. */
@Injectable()
export class CategoriesService {
  constructor(private readonly categories: CategoryRepository) {}

  /** All categories, retired ones too, in the order the desk shows them. */
  all(): Promise<readonly Category[]> {
    return this.categories.findAll();
  }

  /** The categories that a new ticket may take. */
  async active(): Promise<Category[]> {
    return (await this.all()).filter((category) => category.active);
  }

  /**
   * Makes sure that a ticket may be moved to this category. It stays so until the transaction ends: whoever retires the
   * category waits.
   *
   * @throws ValidationFailed when it may not.
   */
  async requireActive(key: string, transaction: Transaction): Promise<void> {
    if (await this.categories.holdActive(transaction, key)) return;
    const active = (await this.categories.findAll(transaction)).filter((category) => category.active);
    throw new ValidationFailed([unknownCategory(active)]);
  }

  /**
   * The category that has the tickets of this one now: itself, or what it was merged into, also when that is retired. It
   * stays so until the transaction ends: whoever merges it away waits.
   */
  async holdHeir(transaction: Transaction, key: string): Promise<string> {
    const mergedInto = await this.categories.holdMergedInto(transaction, key);
    return mergedInto === null ? key : this.holdHeir(transaction, mergedInto);
  }

  /**
   * The keys of all categories, retired ones too.
   *
   * @throws ValidationFailed when one of `asked` is not among them.
   */
  async keysIncluding(asked: readonly string[]): Promise<string[]> {
    const all = await this.all();
    const keys = all.map((category) => category.key);
    if (!asked.every((key) => keys.includes(key))) throw new ValidationFailed([unknownCategory(all)]);
    return keys;
  }
}

function unknownCategory(choices: readonly Category[]): FieldError {
  const message = `Category must be ${oneOf(choices.map((category) => category.key))}.`;
  return { field: 'category', code: 'unknown_value', message };
}
