import { Injectable, computed, inject } from '@angular/core';
import { Categories } from '../../api/categories';
import type { Ticket } from '../../api/model';
import { People } from '../../api/people';
import { PRIORITY_OPTIONS, STATUS_OPTIONS, UNASSIGNED, categoryOption, personOption } from '../../ui/vocabulary';
import type { ValueOption } from '../../ui/vocabulary';

/** What the fields of a ticket can be given. */
@Injectable({ providedIn: 'root' })
export class TicketOptions {
  private readonly categories = inject(Categories);
  private readonly people = inject(People);

  readonly status = STATUS_OPTIONS;
  readonly priority = PRIORITY_OPTIONS;
  readonly category = computed<readonly ValueOption[]>(() =>
    this.categories.active().map((category) => categoryOption(category)),
  );
  readonly assignee = computed<readonly ValueOption[]>(() => [
    UNASSIGNED,
    ...this.people.active().map((person) => personOption(person.id, person.display_name)),
  ]);

  /** With the category that a ticket has, although it is no longer offered. */
  categoryWith({ category: key }: Ticket): readonly ValueOption[] {
    const offered = this.category();
    const known = offered.some(({ value }) => value === key);
    return known ? offered : [...offered, categoryOption({ key, label: this.categories.label(key) })];
  }

  /** With the person who has a ticket, although they are no longer active. */
  assigneeWith({ assignee }: Ticket): readonly ValueOption[] {
    const offered = this.assignee();
    if (assignee === null || offered.some(({ value }) => value === String(assignee))) return offered;
    return [...offered, personOption(assignee, this.people.name(assignee))];
  }
}

/** A person's number, or null for nobody, from the value of an option. */
export function assigneeFrom(value: string): number | null {
  return value === UNASSIGNED.value ? null : Number(value);
}

export function assigneeValue(assignee: number | null): string {
  return assignee === null ? UNASSIGNED.value : String(assignee);
}
