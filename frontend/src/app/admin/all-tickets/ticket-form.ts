import { type FormControl, type FormGroup, type NonNullableFormBuilder } from '@angular/forms';
import type { AdminTicketUpdate } from '../../api/admin-model';
import type { Priority, Status, Ticket } from '../../api/model';
import { atMost, needed } from '../../kit/forms/rules';
import { assigneeFrom, assigneeValue } from '../../tickets/ticket-values';
import { corrected } from '../../ui/written';

/** Every field of a ticket, as texts; the assignee as the value of its option. */
export interface TicketValues {
  title: string;
  description: string;
  status: Status;
  category: string;
  priority: Priority;
  assignee: string;
}

/** '' is what a field of choices holds while nothing is chosen, which does not happen here. */
interface TicketControls {
  title: FormControl<string>;
  description: FormControl<string>;
  status: FormControl<Status | ''>;
  category: FormControl<string>;
  priority: FormControl<Priority | ''>;
  assignee: FormControl<string>;
}

export type TicketField = keyof TicketValues;

const TICKET_FIELDS: readonly TicketField[] = ['title', 'description', 'status', 'category', 'priority', 'assignee'];

export function valuesOf({ title, description, status, category, priority, assignee }: Ticket): TicketValues {
  return { title, description, status, category, priority, assignee: assigneeValue(assignee) };
}

export function ticketForm(build: NonNullableFormBuilder, ticket: Ticket): FormGroup<TicketControls> {
  const values = valuesOf(ticket);
  return build.group({
    title: build.control(values.title, [
      needed('Title is needed.'),
      atMost(200, 'Title must be at most 200 characters long.'),
    ]),
    description: build.control(values.description, [
      needed('Description is needed.'),
      atMost(20_000, 'Description must be at most 20000 characters long.', false),
    ]),
    status: build.control<Status | ''>(values.status),
    category: build.control(values.category),
    priority: build.control<Priority | ''>(values.priority),
    assignee: build.control(values.assignee),
  });
}

/** Only what differs from the ticket as it was. */
export function updateFrom(typed: Readonly<Record<TicketField, string>>, ticket: Ticket): AdminTicketUpdate {
  const before = valuesOf(ticket);
  const now = keptOf(typed, before);
  const changed = TICKET_FIELDS.filter((field) => now[field] !== before[field]);
  return Object.fromEntries(
    changed.map((field) => [field, field === 'assignee' ? assigneeFrom(now.assignee) : now[field]]),
  );
}

/** What would be kept of what was typed. */
export function keptOf(
  typed: Readonly<Record<TicketField, string>>,
  before: Pick<Ticket, 'title' | 'description'>,
): Readonly<Record<TicketField, string>> {
  const title = corrected(typed.title, before.title, true);
  return { ...typed, title, description: corrected(typed.description, before.description, false) };
}
