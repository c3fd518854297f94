import { Injectable, inject } from '@angular/core';
import type { AdminCategory, BulkRun } from '../../api/admin-model';
import { AdminCategoriesApi } from '../../api/admin-categories-api';
import { Notifications } from '../../core/notifications';
import { Dialogs } from '../../kit/dialogs/dialogs';
import { counted } from '../../ui/count-words';
import { isolated } from '../../ui/isolated';
import { BulkRuns } from '../../tickets/bulk/bulk-runs';
import { CategoryDialog } from './category-dialog';
import { CategoryList } from './category-list';
import { type MergeChoice, MergeDialog } from './merge-dialog';

/** What an admin can do to a category, each with its question and its answer. Provided by the page. */
@Injectable()
export class CategoryActions {
  private readonly api = inject(AdminCategoriesApi);
  private readonly dialogs = inject(Dialogs);
  private readonly list = inject(CategoryList);
  private readonly notifications = inject(Notifications);
  private readonly runs = inject(BulkRuns);

  add(): void {
    this.form(null, (category) => `${isolated(category.label)} was added`);
  }

  edit(category: AdminCategory): void {
    this.form(category, (saved) => `${isolated(saved.label)} was changed`);
  }

  retire(category: AdminCategory): void {
    const kept = category.tickets === 0 ? '' : ` The ${counted(category.tickets, 'ticket')} in it keep it.`;
    const question = {
      heading: `Retire ${isolated(category.label)}?`,
      consequences: [
        `New tickets can no longer be given this category, and the model no longer suggests it.${kept}`,
        'You can restore it at any time.',
      ],
      confirm: 'Retire',
      danger: false,
      run: () => this.api.update(category.key, { active: false }),
    };
    this.dialogs.confirm(question).subscribe(() => this.done(`${isolated(category.label)} was retired`));
  }

  restore(category: AdminCategory): void {
    const moved = category.merged_into
      ? ` The tickets that moved to ${isolated(this.list.label(category.merged_into))} stay there.`
      : '';
    const question = {
      heading: `Restore ${isolated(category.label)}?`,
      consequences: [`Forms, filters and the model offer it again.${moved}`],
      confirm: 'Restore',
      danger: false,
      run: () => this.api.update(category.key, { active: true }),
    };
    this.dialogs.confirm(question).subscribe(() => this.done(`${isolated(category.label)} was restored`));
  }

  merge(category: AdminCategory): void {
    const targets = this.list.items().filter(({ key, active }) => active && key !== category.key);
    const choice: MergeChoice = { category, targets };
    this.dialogs.form<MergeDialog, BulkRun>(MergeDialog, choice, '480px').subscribe((run) => {
      this.list.follow();
      this.runs.watch(run);
    });
  }

  private form(category: AdminCategory | null, words: (saved: AdminCategory) => string): void {
    this.dialogs
      .form<CategoryDialog, AdminCategory>(CategoryDialog, category)
      .subscribe((saved) => this.done(words(saved)));
  }

  private done(words: string): void {
    this.list.follow();
    this.notifications.show(words);
  }
}
