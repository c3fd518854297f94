import { Injectable, inject } from '@angular/core';
import { type Observable, of } from 'rxjs';
import type { AdminTicketUpdate } from '../../api/admin-model';
import { AdminTicketsApi } from '../../api/admin-tickets-api';
import type { Ticket } from '../../api/model';
import { TicketsApi } from '../../api/tickets-api';
import { type Settlement, saveOver } from '../../kit/forms/overtaken';

/** Saves any field of a ticket, as only admins may. */
@Injectable({ providedIn: 'root' })
export class TicketSaving {
  private readonly admin = inject(AdminTicketsApi);
  private readonly tickets = inject(TicketsApi);

  /** Against the version that was seen; `settle` decides when someone was faster. */
  save(
    seen: Ticket,
    update: (seen: Ticket) => AdminTicketUpdate,
    settle: (now: Ticket, sent: Ticket) => Settlement,
  ): Observable<Ticket> {
    return saveOver(seen, {
      save: (ticket) => this.admin.update(ticket.id, update(ticket), ticket.version),
      fetch: ({ id }) => this.tickets.fetch(id),
      settle: (now, sent) => of(settle(now, sent)),
    });
  }
}
