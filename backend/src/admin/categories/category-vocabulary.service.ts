import { Injectable } from '@nestjs/common';
import { CategoriesAdminService } from '../../categories/categories-admin.service.ts';
import { CategoriesService } from '../../categories/categories.service.ts';
import type { Category, CategoryPatch, NewCategory } from '../../categories/category.ts';
import type { Author } from '../../common/author.ts';
import type { ChangeRequest } from '../../common/change-request.ts';
import { DeskFiguresService } from '../../stats/desk-figures.service.ts';
import { BulkRunsService } from '../../tickets/bulk/bulk-runs.service.ts';
import type { BulkRun } from '../../tickets/bulk/domain/bulk-run.ts';

/** A category and how many tickets are in it. */
export interface CategoryInUse extends Category {
  readonly tickets: number;
}

/** The vocabulary of categories as admins see and change it: each category with its tickets. */
@Injectable()
export class CategoryVocabulary {
  constructor(
    private readonly categories: CategoriesService,
    private readonly changes: CategoriesAdminService,
    private readonly figures: DeskFiguresService,
    private readonly bulkRuns: BulkRunsService,
  ) {}

  async all(): Promise<CategoryInUse[]> {
    return this.inUse(await this.categories.all());
  }

  /** @throws DomainError `category_exists` */
  async add(category: NewCategory, actor: Author): Promise<CategoryInUse> {
    return { ...(await this.changes.add(category, actor)), tickets: 0 };
  }

  /**
   * @throws DomainError `category_not_found`, `category_exists`, `last_category`, or `stale_version` when it is at none of the
   * accepted versions; ValidationFailed for an empty patch.
   */
  async change(key: string, patch: CategoryPatch, request: ChangeRequest): Promise<CategoryInUse> {
    const category = await this.changes.change(key, patch, request);
    return { ...category, tickets: await this.bulkRuns.countInCategory(key) };
  }

  /** @throws ValidationFailed unless every key is there exactly once. */
  async reorder(keys: readonly string[], actor: Author): Promise<CategoryInUse[]> {
    return this.inUse(await this.changes.reorder(keys, actor));
  }

  /**
   * How many tickets a merge would move, counted exactly.
   *
   * @throws DomainError `category_not_found`; ValidationFailed when the one cannot be merged into the other.
   */
  async previewMerge(key: string, into: string): Promise<number> {
    await this.changes.checkMerge(key, into);
    return this.bulkRuns.countInCategory(key);
  }

  /**
   * Retires a category in favour of another and has its tickets moved in the background.
   *
   * @throws DomainError `category_not_found`; ValidationFailed when the one cannot be merged into the other.
   */
  merge(key: string, into: string, actor: Author): Promise<BulkRun> {
    return this.changes.merge(key, into, actor, (transaction) =>
      this.bulkRuns.startMerge(transaction, { from: key, into }, actor),
    );
  }

  private async inUse(categories: readonly Category[]): Promise<CategoryInUse[]> {
    const tickets = await this.figures.ticketsByCategory();
    return categories.map((category) => ({ ...category, tickets: tickets.get(category.key) ?? 0 }));
  }
}
