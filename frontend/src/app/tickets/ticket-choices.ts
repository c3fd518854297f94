import { DestroyRef, Injectable, computed, inject } from '@angular/core';
import { Categories } from '../api/categories';
import type { Category, Person, Ticket } from '../api/model';
import { People } from '../api/people';
import { KeyTurns } from '../core/key-turns';
import { PRIORITY_OPTIONS, STATUS_OPTIONS, UNASSIGNED, categoryOption, personOption } from '../ui/vocabulary';
import type { ValueOption } from '../ui/vocabulary';
import { TicketNames } from './ticket-names';
import { type ValueKind, valueOf } from './ticket-values';

/** Whoever cannot work on a ticket any more. */
const SOMEBODY_WHO_LEFT = { ...UNASSIGNED, value: 'inactive', label: 'Somebody who has left' };

/** One field that can be changed in place, and filtered by. */
export interface Choice {
  kind: ValueKind;
  label: string;
  options: readonly ValueOption[];
}

/** What category, priority, status and assignee can be, in the order of the columns. */
@Injectable({ providedIn: 'root' })
export class TicketChoices {
  private readonly categories = inject(Categories);
  private readonly names = inject(TicketNames);
  private readonly people = inject(People);

  /** What a ticket can be given: only categories that are still in use, and only people who are still here. */
  readonly all = computed(() => choices(this.categories.active(), this.takers()));
  private readonly byKind = computed(() => new Map(this.all().map(({ kind, options }) => [kind, options])));
  /** What tickets can be found by: the retired categories too, and the people who left. */
  readonly forFilters = computed(() => choices(this.categories.findable(), this.holders()));

  /** The reader first, then nobody, then the others by name. */
  private readonly takers = computed(() => {
    const me = this.names.me();
    const options = this.people.active().map(optionOf);
    const isMe = ({ person }: { person: number | null }) => person === me;
    return [...options.filter(isMe), UNASSIGNED, ...options.filter((option) => !isMe(option))];
  });
  private readonly holders = computed(() => {
    const me = this.names.me();
    const others = this.people.all().filter(({ id }) => id !== me);
    return [
      ...(me === null ? [] : [{ ...personOption(me, this.names.person(me)), value: 'me', label: 'Me' }]),
      UNASSIGNED,
      SOMEBODY_WHO_LEFT,
      ...others.filter(({ active }) => active).map(optionOf),
      ...others
        .filter(({ active }) => !active)
        .map((person) => ({ ...optionOf(person), label: `${person.display_name} (left)` })),
    ];
  });

  constructor() {
    // A digit stands for the value at its place once all are there.
    const first = (list: Categories | People) => list.loading() && list.all().length === 0;
    inject(KeyTurns).while(() => first(this.categories) || first(this.people), inject(DestroyRef));
  }

  /** What tickets can be given in one field. Reads signals. */
  of(kind: ValueKind): readonly ValueOption[] {
    return this.byKind().get(kind) ?? [];
  }

  /** What this ticket can be given in one field, or keep. Reads signals. */
  forTicket(ticket: Ticket, kind: ValueKind): readonly ValueOption[] {
    return this.with(this.of(kind), valueOf(ticket, kind, this.names));
  }

  /** A value that is no longer offered, such as a retired category, still stands in the menu of its ticket. */
  with(options: readonly ValueOption[], current: ValueOption): readonly ValueOption[] {
    return options.some(({ value }) => value === current.value) ? options : [...options, current];
  }
}

function optionOf({ id, display_name }: Person) {
  return personOption(id, display_name);
}

function choices(categories: readonly Category[], people: readonly ValueOption[]): readonly Choice[] {
  return [
    { kind: 'category', label: 'Category', options: categories.map(categoryOption) },
    { kind: 'priority', label: 'Priority', options: PRIORITY_OPTIONS },
    { kind: 'status', label: 'Status', options: STATUS_OPTIONS },
    { kind: 'assignee', label: 'Assignee', options: people },
  ];
}
