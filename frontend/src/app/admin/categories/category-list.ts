import { Injectable, computed, inject, linkedSignal, signal } from '@angular/core';
import type { AdminCategory } from '../../api/admin-model';
import { AdminCategoriesApi } from '../../api/admin-categories-api';
import { problemOf } from '../../api/problem-error';
import { Notifications } from '../../core/notifications';
import { AdminOverview } from '../admin-overview';
import type { ListState } from '../../kit/list/list-body';

/** The categories as the page shows them: in the order a person is giving them. Provided by the page. */
@Injectable()
export class CategoryList implements ListState {
  private readonly api = inject(AdminCategoriesApi);
  private readonly notifications = inject(Notifications);
  private readonly overview = inject(AdminOverview);
  private readonly answer = this.api.list();

  private readonly loaded = linkedSignal<readonly AdminCategory[] | undefined, readonly AdminCategory[] | undefined>({
    source: () => (this.answer.hasValue() ? this.answer.value().results : undefined),
    computation: (now, before) => now ?? before?.value,
  });
  readonly items = computed(() => this.loaded() ?? []);
  readonly ready = computed(() => this.loaded() !== undefined);
  readonly loading = this.answer.isLoading;
  readonly error = computed(() => {
    const error = this.answer.error();
    return error && (problemOf(error) ?? { message: 'Something unexpected happened.', requestId: null });
  });
  readonly more = signal('idle' as const).asReadonly();
  readonly ended = signal(true).asReadonly();
  /** An order is being saved. */
  readonly saving = signal(false);

  reload(): void {
    this.answer.reload();
  }

  /** After something was made or taken out of use. */
  follow(): void {
    this.reload();
    this.overview.reload();
  }

  label(key: string): string {
    return this.items().find((category) => category.key === key)?.label ?? key;
  }

  /** Shows the new order at once and saves it; when that fails the old order is back. */
  reorder(keys: readonly string[]): void {
    const before = this.items();
    const byKey = new Map(before.map((category) => [category.key, category]));
    this.loaded.set(keys.flatMap((key) => byKey.get(key) ?? []));
    this.saving.set(true);
    this.api.reorder(keys).subscribe({
      next: ({ results }) => {
        this.saving.set(false);
        this.loaded.set(results);
      },
      error: (error: unknown) => {
        this.saving.set(false);
        this.loaded.set(before);
        const again = { label: 'Try again', run: () => this.reorder(keys) };
        this.notifications.showError('The order was not saved', error, again);
      },
    });
  }
}
