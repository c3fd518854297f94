import { ChangeDetectionStrategy, Component, input, numberAttribute } from '@angular/core';

/** One ticket. */
@Component({
  selector: 'desk-ticket-detail',
  template: `
    <article class="pane">
      <h2 class="t-large">#{{ id() }}</h2>
    </article>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TicketDetail {
  readonly id = input.required({ transform: numberAttribute });
}
