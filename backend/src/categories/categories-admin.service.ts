import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/audit-log.service.ts';
import type { Author } from '../common/author.ts';
import { type ChangeRequest, requireVersion } from '../common/change-request.ts';
import { ValidationFailed } from '../common/problems/domain-error.ts';
import { type Transaction, UnitOfWork } from '../database/unit-of-work.ts';
import { CategoryRepository } from './category.repository.ts';
import type { Category, CategoryPatch, NewCategory } from './category.ts';
import { changesOf, patched } from './domain/category-change.ts';
import { keyFor } from './domain/category-key.ts';
import {
  labelTaken,
  named,
  requireActiveAmong,
  requireEveryKey,
  requireFreeKey,
  requireMergeTarget,
} from './domain/category-rules.ts';
import { categoryVersion } from './domain/category-version.ts';

/** Changes the vocabulary of categories. Admins take turns: one change is whole before the next begins. */
@Injectable()
export class CategoriesAdminService {
  constructor(
    private readonly categories: CategoryRepository,
    private readonly auditLog: AuditLog,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Adds a category at the end of the list.
   *
   * @throws DomainError `category_exists` when its key or label is taken.
   */
  add({ label, description, key: wanted }: NewCategory, actor: Author): Promise<Category> {
    return this.inTurn(async (transaction, all) => {
      if (await this.categories.hasLabel(transaction, label, null)) throw labelTaken();
      if (wanted !== undefined) requireFreeKey(wanted, all);
      const key = wanted ?? keyFor(label, keysOf(all));
      const added = await this.categories.insert(transaction, { key, label, description });
      await this.record('category_created', actor, added, { label, description }, transaction);
      transaction.tell('categories_changed', { keys: [key] });
      return added;
    });
  }

  /**
   * Renames, describes, retires or restores a category.
   *
   * @throws DomainError `category_not_found`, `category_exists` when the label is taken, `last_category`, or `stale_version`
   * when the category is at none of the accepted versions.
   * @throws ValidationFailed for an empty patch.
   */
  change(key: string, patch: CategoryPatch, { by: actor, accepts }: ChangeRequest): Promise<Category> {
    const { label, description, active } = patch;
    if (label === undefined && description === undefined && active === undefined) throw nothingToChange();
    return this.inTurn(async (transaction, all) => {
      const before = named(key, all);
      requireVersion(categoryVersion(before), accepts, before.label);
      const after = patched(before, patch);
      const others = all.filter((category) => category.key !== key);
      const mayClash = after.mergedInto === null;
      if (mayClash && (await this.categories.hasLabel(transaction, after.label, key))) throw labelTaken();
      if (before.active && !after.active) requireActiveAmong(others);
      await this.categories.update(transaction, after);
      await this.recordChange(before, after, actor, transaction);
      transaction.tell('categories_changed', { keys: [key] });
      return after;
    });
  }

  /**
   * Puts the categories in this order.
   *
   * @throws ValidationFailed unless every key is there exactly once.
   */
  reorder(keys: readonly string[], actor: Author): Promise<readonly Category[]> {
    return this.inTurn(async (transaction, all) => {
      requireEveryKey(keys, all);
      const from = keysOf(all);
      if (keys.every((key, index) => key === from[index])) return [...all];
      await this.categories.setOrder(transaction, keys);
      transaction.tell('categories_changed', { keys });
      const subject = { type: 'category' } as const;
      const details = { changes: { order: { from, to: keys } } };
      await this.auditLog.record({ kind: 'categories_reordered', actor, subject, details }, transaction);
      return this.categories.findAll(transaction);
    });
  }

  /**
   * Retires a category in favour of another, in the same transaction as `moveTickets`, which is to move its tickets.
   * Whatever had been merged into the one belongs to the other from now on.
   *
   * @throws DomainError `category_not_found`.
   * @throws ValidationFailed when it cannot be merged into that one.
   */
  merge<T>(
    key: string,
    into: string,
    actor: Author,
    moveTickets: (transaction: Transaction) => Promise<T>,
  ): Promise<T> {
    return this.inTurn(async (transaction, all) => {
      const before = named(key, all);
      requireMergeTarget(key, into, all);
      await this.categories.update(transaction, { ...before, active: false, mergedInto: into });
      await this.categories.repoint(transaction, key, into);
      await this.record('category_merged', actor, before, { into }, transaction);
      transaction.tell('categories_changed', { keys: [key, into] });
      return moveTickets(transaction);
    });
  }

  /** @throws DomainError `category_not_found`; ValidationFailed when the one cannot be merged into the other. */
  async checkMerge(key: string, into: string): Promise<void> {
    const all = await this.categories.findAll();
    named(key, all);
    requireMergeTarget(key, into, all);
  }

  private inTurn<T>(work: (transaction: Transaction, all: readonly Category[]) => Promise<T>): Promise<T> {
    return this.unitOfWork.run(async (transaction) => {
      await this.categories.beginChange(transaction);
      return work(transaction, await this.categories.findAll(transaction));
    });
  }

  private async recordChange(
    before: Category,
    after: Category,
    actor: Author,
    transaction: Transaction,
  ): Promise<void> {
    const texts = changesOf(before, after, ['label', 'description']);
    if (Object.keys(texts).length > 0) {
      await this.record('category_changed', actor, after, { changes: texts }, transaction);
    }
    if (before.active !== after.active) {
      const changes = changesOf(before, after, ['active', 'mergedInto']);
      const kind = after.active ? 'category_restored' : 'category_retired';
      await this.record(kind, actor, after, { changes }, transaction);
    }
  }

  private record(
    kind: 'category_created' | 'category_changed' | 'category_retired' | 'category_restored' | 'category_merged',
    actor: Author,
    { key: id, label }: Category,
    details: Readonly<Record<string, unknown>>,
    transaction: Transaction,
  ): Promise<void> {
    return this.auditLog.record({ kind, actor, subject: { type: 'category', id, label }, details }, transaction);
  }
}

function keysOf(categories: readonly Category[]): string[] {
  return categories.map(({ key }) => key);
}

function nothingToChange(): ValidationFailed {
  const message = 'Give at least one of label, description and active.';
  return new ValidationFailed([{ field: 'body', code: 'empty', message }]);
}
