import { Injectable, inject } from '@angular/core';
import type { Ticket } from '../../api/model';
import { Notifications } from '../../core/notifications';
import { personOption } from '../../ui/vocabulary';
import { TicketNames } from '../ticket-names';
import { TicketEdits } from './ticket-edits';

/** Gives a ticket to the one who asks for it. */
@Injectable({ providedIn: 'root' })
export class SelfAssignment {
  private readonly edits = inject(TicketEdits);
  private readonly names = inject(TicketNames);
  private readonly notifications = inject(Notifications);

  take(ticket: Ticket): void {
    const me = this.names.me();
    if (me === null) return;
    if (ticket.assignee === me) this.notifications.show(`Ticket #${ticket.id} is yours already`);
    else this.edits.change(ticket, personOption(me, this.names.person(me)));
  }
}
