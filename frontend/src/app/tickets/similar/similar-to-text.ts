import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { SimilarApi } from '../../api/similar-api';
import type { TicketText } from '../../api/model';
import { STATUS_LABELS } from '../../ui/vocabulary';
import { quietly } from './quiet-question';
import { SimilarList } from './similar-list';

const LIMIT = 3;
/** How long a person rests before somebody looks. */
export const REST_MS = 700;

/** What a ticket looks like while it is being written; nothing where nothing is similar. It blocks nobody. */
@Component({
  selector: 'desk-similar-to-text',
  imports: [SimilarList],
  template: `
    @if (similar().length > 0) {
      <section aria-labelledby="desk-looks-like">
        <div class="head">
          <h3 id="desk-looks-like" class="t-small">Similar tickets</h3>
          <span class="words">{{ words() }}</span>
        </div>
        <desk-similar-list apart [tickets]="similar()" />
      </section>
    }
  `,
  styles: `
    :host {
      display: contents;
    }

    section {
      display: grid;
      gap: 4px;
      padding-top: 16px;
      border-top: 1px solid var(--desk-hairline);
    }

    .head {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      justify-content: space-between;
      gap: 0 12px;
    }

    .words {
      color: var(--desk-quiet);
      font: var(--mat-sys-body-small);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SimilarToText {
  private readonly api = inject(SimilarApi);

  /** Null while there is nothing to compare. */
  readonly text = input.required<TicketText | null>();

  protected readonly similar = quietly(this.text, {
    restMs: REST_MS,
    stays: true,
    ask: (text) => this.api.toText(text, LIMIT),
  });
  protected readonly words = computed(() => {
    const [first] = this.similar();
    return first ? `Looks like #${first.id} (${STATUS_LABELS[first.status].toLowerCase()})` : '';
  });
}
