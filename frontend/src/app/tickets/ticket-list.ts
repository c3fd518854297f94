import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterOutlet } from '@angular/router';

/** The queue, newest first, with the chosen ticket beside it. */
@Component({
  selector: 'desk-ticket-list',
  imports: [RouterOutlet],
  template: `
    <section class="pane" aria-label="Ticket list">
      <div class="head"><h1 class="t-large">Tickets</h1></div>
    </section>
    <router-outlet />
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 8px;
      min-height: 0;
    }

    .head {
      padding: 14px 12px 10px 20px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TicketList {}
