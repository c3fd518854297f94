import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  type ElementRef,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatProgressBar } from '@angular/material/progress-bar';
import { MatTooltip } from '@angular/material/tooltip';
import { Router, RouterOutlet } from '@angular/router';
import type { AssigneeFilter } from '../../api/model';
import { KeyboardShortcuts } from '../../core/keyboard-shortcuts';
import { Address } from '../../kit/list/address';
import { Banner } from '../../ui/banner';
import { SURROUNDINGS } from '../detail/surroundings';
import type { TicketDetail } from '../detail/ticket-detail';
import { SelfAssignment } from '../editing/self-assignment';
import { FilterAddress } from '../filter/filter-address';
import { FilterBar } from '../filter/filter-bar';
import { ListedTickets } from './listed-tickets';
import { countWords } from './count-words';
import { TicketLayout } from '../ticket-layout';
import type { ValueKind } from '../ticket-values';
import { ListFoot } from './list-foot';
import { ListStates } from './list-states';
import { ListSurroundings } from './list-surroundings';
import { TicketRows } from './ticket-rows';

/** The tickets, newest first, with the chosen ticket beside it or in its place. */
@Component({
  selector: 'desk-ticket-list',
  imports: [
    Banner,
    FilterBar,
    ListFoot,
    ListStates,
    MatButton,
    MatIcon,
    MatIconButton,
    MatProgressBar,
    MatTooltip,
    RouterOutlet,
    TicketRows,
  ],
  providers: [
    Address,
    FilterAddress,
    ListedTickets,
    TicketLayout,
    { provide: SURROUNDINGS, useClass: ListSurroundings },
  ],
  templateUrl: './ticket-list.html',
  styleUrl: './ticket-list.scss',
  host: { '[class.beside]': 'layout.beside()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TicketList {
  private readonly injector = inject(Injector);
  private readonly router = inject(Router);
  private readonly selfAssignment = inject(SelfAssignment);
  protected readonly address = inject(FilterAddress);
  protected readonly keys = inject(KeyboardShortcuts);
  protected readonly layout = inject(TicketLayout);
  protected readonly listed = inject(ListedTickets);

  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');
  private readonly rows = viewChild(TicketRows);
  private readonly detail = signal<TicketDetail | undefined>(undefined);

  protected readonly count = computed(() => {
    const list = this.listed.pages.loaded();
    return list && countWords(this.listed.count(), list.countExact, list.filter);
  });
  /** Rows are shown while they answer what was asked, or an answer is on its way. */
  protected readonly hasRows = computed(
    () => this.listed.length() > 0 && !(this.listed.pages.outdated() && this.listed.pages.error()),
  );
  protected readonly refreshing = computed(
    () => this.listed.pages.loading() && this.listed.pages.loaded() !== undefined,
  );

  constructor() {
    effect(() => {
      const id = this.layout.openId();
      if (id !== undefined) this.listed.active.set(id);
    });
    const run = (kind: ValueKind) => () => this.openPicker(kind);
    this.keys.register(
      [
        { key: 'j', label: 'Next ticket', group: 'Ticket list', run: () => this.step(1) },
        { key: 'k', label: 'Previous ticket', group: 'Ticket list', run: () => this.step(-1) },
        { key: 'Enter', label: 'Open the ticket', group: 'Ticket list', caps: ['Enter'] },
        { key: 'm', label: 'Show my tickets only, or all', group: 'Ticket list', run: () => this.only('me') },
        { key: 'u', label: 'Show unassigned tickets only, or all', group: 'Ticket list', run: () => this.only('none') },
        { key: 's', label: 'Change the status', group: 'Ticket', run: run('status') },
        { key: 'p', label: 'Change the priority', group: 'Ticket', run: run('priority') },
        { key: 't', label: 'Change the category', group: 'Ticket', run: run('category') },
        { key: 'a', label: 'Change the assignee', group: 'Ticket', run: run('assignee') },
        { key: 'i', label: 'Assign to me', group: 'Ticket', run: () => this.take() },
        { key: '1-9', label: 'Pick from the menu that is open', group: 'Ticket', caps: ['1', '…', '9'] },
      ],
      inject(DestroyRef),
    );
  }

  protected opened(component: unknown): void {
    this.detail.set(component as TicketDetail);
  }

  /** What had the focus in the ticket is gone: back to its row, or to the head of the list. */
  protected closed(): void {
    const id = this.detail()?.id();
    this.detail.set(undefined);
    this.layout.full.set(false);
    const backToList = () => {
      const active = document.activeElement;
      if (active && active !== document.body) return;
      if (!this.rows()?.focusRow(id)) this.focusHeading();
    };
    afterNextRender(backToList, { injector: this.injector });
  }

  protected focusHeading(): void {
    this.heading().nativeElement.focus();
  }

  /** With a ticket open, moving on opens the next one; Back still leads to where it was opened. */
  protected show(id: number): void {
    if (this.layout.openId() === undefined) return;
    void this.router.navigate(['/tickets', id], { queryParamsHandling: 'preserve', replaceUrl: true });
  }

  private step(by: number): void {
    this.rows()?.step(by);
  }

  private openPicker(kind: ValueKind): void {
    const detail = this.detail();
    if (detail && !this.rows()?.hasFocus()) detail.openPicker(kind);
    else this.rows()?.openPicker(kind);
  }

  private take(): void {
    const detail = this.detail();
    const place = this.listed.place(this.listed.active());
    const ofList = place === undefined ? undefined : this.listed.at(place);
    const ticket = detail && !this.rows()?.hasFocus() ? detail.ticket() : ofList;
    if (ticket) this.selfAssignment.take(ticket);
  }

  /** A second time it shows all again. */
  private only(wanted: AssigneeFilter): void {
    const now = this.address.filter().assignee ?? [];
    this.address.change({ assignee: now.length === 1 && now[0] === wanted ? undefined : [wanted] });
  }
}
