import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { SimilarApi } from '../../api/similar-api';
import { quietly } from './quiet-question';
import { SimilarList } from './similar-list';

const LIMIT = 3;
/** Whoever leafs through tickets does not ask about each. */
export const LEAFING_MS = 300;

/** Tickets like the one that is open; nothing where there is none. */
@Component({
  selector: 'desk-similar-to-ticket',
  imports: [SimilarList],
  template: `
    @if (similar().length > 0) {
      <section aria-labelledby="desk-similar">
        <h3 id="desk-similar" class="t-small" [attr.aria-level]="headingLevel()">Similar tickets</h3>
        <desk-similar-list [tickets]="similar()" />
      </section>
    }
  `,
  styles: `
    section {
      display: grid;
      gap: 4px;
      margin-top: var(--similar-gap, 24px);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SimilarToTicket {
  private readonly api = inject(SimilarApi);

  readonly ticket = input.required<number>();
  readonly headingLevel = input.required<number>();

  protected readonly similar = quietly(this.ticket, {
    restMs: LEAFING_MS,
    stays: false,
    ask: (id) => this.api.toTicket(id, LIMIT),
  });
}
