import { LiveAnnouncer } from '@angular/cdk/a11y';
import { Injectable, inject, signal } from '@angular/core';
import type { AdminCategory } from '../../api/admin-model';
import { AdminCategoriesApi } from '../../api/admin-categories-api';
import { Notifications } from '../../core/notifications';
import { AdminOverview } from '../admin-overview';
import { WholeList } from '../../kit/list/whole-list';
import { isolated } from '../../ui/isolated';
import { moved } from './category-words';

/** The categories as the page shows them: in the order a person is giving them. Provided by the page. */
@Injectable()
export class CategoryList extends WholeList<AdminCategory> {
  private readonly api: AdminCategoriesApi;
  private readonly announcer = inject(LiveAnnouncer);
  private readonly notifications = inject(Notifications);
  private readonly overview = inject(AdminOverview);
  /** An order is being saved. */
  readonly saving = signal(false);
  /** Pointer or focus are among the rows: another order, which somebody else has made, waits until they are not. */
  private used = false;
  private orderWaiting: readonly string[] | null = null;

  constructor() {
    const api = inject(AdminCategoriesApi);
    super(api.list());
    this.api = api;
  }

  use(used: boolean): void {
    this.used = used;
    const order = this.orderWaiting;
    if (used || !order) return;
    this.orderWaiting = null;
    this.set(inOrderOf(order, this.items()));
  }

  protected override arrange(
    now: readonly AdminCategory[],
    before: readonly AdminCategory[] | undefined,
  ): readonly AdminCategory[] {
    if (!this.used || !before) return now;
    this.orderWaiting = now.map(({ key }) => key);
    return inOrderOf(
      before.map(({ key }) => key),
      now,
    );
  }

  /** After something was made or taken out of use. */
  follow(): void {
    this.reload();
    this.overview.reload();
  }

  label(key: string): string {
    return this.items().find((category) => category.key === key)?.label ?? key;
  }

  /** Moves a category so many places, at most to either end, and says where it is then. */
  move(key: string, by: number): void {
    const before = this.items().map((category) => category.key);
    const keys = moved(before, key, by);
    if (keys === before) return;
    this.reorder(keys);
    void this.announcer.announce(`${isolated(this.label(key))} is now ${keys.indexOf(key) + 1} of ${keys.length}`);
  }

  /** Shows the new order at once and saves it; when that fails the old order is back. */
  private reorder(keys: readonly string[]): void {
    const before = this.items();
    this.orderWaiting = null;
    this.set(inOrderOf(keys, before));
    this.saving.set(true);
    this.api.reorder(keys).subscribe({
      next: ({ results }) => {
        this.saving.set(false);
        this.set(results);
      },
      error: (error: unknown) => {
        this.saving.set(false);
        this.set(before);
        const again = { label: 'Try again', run: () => this.reorder(keys) };
        this.notifications.showError('The order was not saved', error, again);
      },
    });
  }
}

/** Those that the order does not name stand at the end. */
function inOrderOf(keys: readonly string[], categories: readonly AdminCategory[]): readonly AdminCategory[] {
  const place = new Map(keys.map((key, index) => [key, index]));
  const placeOf = ({ key }: AdminCategory) => place.get(key) ?? keys.length;
  return [...categories].sort((one, other) => placeOf(one) - placeOf(other));
}
