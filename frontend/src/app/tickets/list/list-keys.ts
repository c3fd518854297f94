import { DestroyRef, Injectable, inject } from '@angular/core';
import type { AssigneeFilter, Ticket } from '../../api/model';
import { KeyboardShortcuts } from '../../core/keyboard-shortcuts';
import { type ListOfPage, PageList } from '../../core/page-list';
import { SelfAssignment } from '../editing/self-assignment';
import { FilterAddress } from '../filter/filter-address';
import type { ValueKind } from '../ticket-values';
import { VIEWS } from '../views/ticket-views';

/** What the keys act on. */
export interface KeyTarget extends ListOfPage {
  /** Moves on so many rows. */
  step(by: number): void;
  /** Opens the menu of a value of the ticket at hand. */
  openPicker(kind: ValueKind): void;
  /** Shows the tickets that wait to be shown. */
  showNew(): void;
  /** The ticket at hand; undefined while none is chosen. */
  atHand(): Ticket | undefined;
}

/** The keys of the list and of the ticket at hand: J, K and all others. Provided by the list's page. */
@Injectable()
export class ListKeys {
  private readonly address = inject(FilterAddress);
  private readonly destroyed = inject(DestroyRef);
  private readonly keys = inject(KeyboardShortcuts);
  private readonly list = inject(PageList);
  private readonly selfAssignment = inject(SelfAssignment);

  readonly enabled = this.keys.enabled;

  /** As long as the page stands. */
  register(target: KeyTarget): void {
    this.list.register(target, this.destroyed);
    const pick = (kind: ValueKind) => () => target.openPicker(kind);
    this.keys.register(
      [
        { key: 'j', label: 'Next ticket', group: 'Ticket list', repeats: true, run: () => target.step(1) },
        { key: 'k', label: 'Previous ticket', group: 'Ticket list', repeats: true, run: () => target.step(-1) },
        { key: 'Enter', label: 'Open the ticket', group: 'Ticket list', caps: ['Enter'] },
        { key: '.', label: 'Show new tickets', group: 'Ticket list', run: () => target.showNew() },
        { key: 'm', label: 'Show my tickets only, or all', group: 'Ticket list', run: () => this.only('me') },
        { key: 'u', label: 'Show unassigned tickets only, or all', group: 'Ticket list', run: () => this.only('none') },
        { key: 's', label: 'Change the status', group: 'Ticket', run: pick('status') },
        { key: 'p', label: 'Change the priority', group: 'Ticket', run: pick('priority') },
        { key: 't', label: 'Change the category', group: 'Ticket', run: pick('category') },
        { key: 'a', label: 'Change the assignee', group: 'Ticket', run: pick('assignee') },
        { key: 'i', label: 'Assign to me', group: 'Ticket', run: () => this.take(target.atHand()) },
        { key: '1-9', label: 'Pick from the menu that is open', group: 'Ticket', caps: ['1', '…', '9'] },
      ],
      this.destroyed,
    );
  }

  private take(ticket: Ticket | undefined): void {
    if (ticket) this.selfAssignment.take(ticket);
  }

  /** A second time it shows all again. In a view of somebody's tickets it goes to another view. */
  private only(wanted: AssigneeFilter): void {
    const whose = this.address.within().assignee;
    const now = whose ?? this.address.filter().assignee ?? [];
    const isOn = now.length === 1 && now[0] === wanted;
    const other = isOn ? VIEWS[0] : VIEWS.find(({ filter }) => filter.assignee?.includes(wanted));
    if (whose && other) this.address.goTo(other);
    else this.address.change({ assignee: isOn ? undefined : [wanted] });
  }
}
