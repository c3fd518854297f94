import { CdkDrag, type CdkDragDrop, CdkDragHandle, CdkDropList } from '@angular/cdk/drag-drop';
import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  untracked,
  viewChild,
} from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import type { AdminCategory } from '../../api/admin-model';
import { categoryIcon } from '../../ui/vocabulary';
import { EmptyState } from '../../ui/empty-state';
import { PageHead } from '../frame/page-head';
import { counted } from '../../ui/count-words';
import { ListBody } from '../../kit/list/list-body';
import { BulkRunCard } from '../../tickets/bulk/bulk-run-card';
import { BulkRuns } from '../../tickets/bulk/bulk-runs';
import { CategoryActions } from './category-actions';
import { CategoryList } from './category-list';
import { stateWords } from './category-words';
import { IsolatedPipe } from '../../ui/isolated';

/** The vocabulary of the desk, in the order that forms and filters show it. */
@Component({
  selector: 'desk-categories-page',
  imports: [
    BulkRunCard,
    CdkDrag,
    CdkDragHandle,
    CdkDropList,
    EmptyState,
    IsolatedPipe,
    ListBody,
    MatButton,
    MatIcon,
    MatIconButton,
    MatMenu,
    MatMenuContent,
    MatMenuItem,
    MatMenuTrigger,
    PageHead,
  ],
  providers: [CategoryActions, CategoryList],
  templateUrl: './categories-page.html',
  styleUrls: ['../frame/page.scss', './categories-page.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CategoriesPage {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  private readonly runs = inject(BulkRuns);
  protected readonly actions = inject(CategoryActions);
  protected readonly list = inject(CategoryList);
  private readonly adder = viewChild.required<unknown, ElementRef<HTMLElement>>('adder', { read: ElementRef });

  protected readonly merge = computed(() => {
    const run = this.runs.current();
    return run?.kind === 'merge' ? run : null;
  });
  protected readonly detail = computed(() => {
    const active = this.list.items().filter((category) => category.active).length;
    return this.list.ready()
      ? `${active} in use, ${counted(this.list.items().length - active, 'retired', 'retired')}`
      : '';
  });
  protected readonly rows = computed(() =>
    this.list.items().map((category) => ({
      category,
      icon: categoryIcon(category.key),
      state: stateWords(category, (key) => this.list.label(key)),
      tickets: counted(category.tickets, 'ticket'),
    })),
  );

  protected pointed = false;
  protected focused = false;

  constructor() {
    // When the tickets have moved, the counts have changed.
    effect(() => {
      if (this.merge()?.finished_at) untracked(() => this.list.follow());
    });
  }

  protected used(): void {
    this.list.use(this.pointed || this.focused);
  }

  protected drop({ previousIndex, currentIndex }: CdkDragDrop<unknown>): void {
    const key = this.list.items()[previousIndex]?.key;
    if (key !== undefined && previousIndex !== currentIndex) this.list.move(key, currentIndex - previousIndex);
  }

  /** By keyboard: the focus goes along, to the other button at either end. */
  protected step(category: AdminCategory, by: 1 | -1): void {
    this.list.move(category.key, by);
    const focus = () => {
      const rows = [...this.host.nativeElement.querySelectorAll('li')];
      const row = rows.find((one) => one.dataset['key'] === category.key);
      const [up, down] = row?.querySelectorAll<HTMLButtonElement>('.step') ?? [];
      const wanted = by < 0 ? up : down;
      (wanted?.getAttribute('aria-disabled') === 'true' ? (by < 0 ? down : up) : wanted)?.focus();
    };
    afterNextRender(focus, { injector: this.injector });
  }

  protected focusAdder(): void {
    this.adder().nativeElement.focus();
  }
}
