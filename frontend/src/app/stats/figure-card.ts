import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { Skeleton } from '../ui/skeleton';
import type { Delta } from './deltas';

/** One number of the desk and where it is going. Without a value it keeps the place for it. */
@Component({
  selector: 'desk-figure-card',
  imports: [MatIcon, Skeleton],
  template: `
    <h2 class="l-large">{{ heading() }}</h2>
    @if (value(); as number) {
      <p class="t-display num">{{ number }}</p>
      @if (delta(); as it) {
        <p class="delta small" [class.good]="it.good">
          @if (it.icon; as icon) {
            <mat-icon class="icon-16" [svgIcon]="icon" />
          }
          <span
            ><b>{{ it.strong }}</b> {{ it.rest }}</span
          >
        </p>
      }
    } @else {
      <desk-skeleton class="number" width="112px" height="32px" />
      <desk-skeleton class="line" width="144px" />
    }
  `,
  styles: `
    :host {
      padding: 16px 24px;
    }

    h2 {
      color: var(--mat-sys-on-surface-variant);
    }

    .t-display {
      margin-top: 4px;
      white-space: nowrap;
    }

    .delta {
      display: flex;
      align-items: flex-start;
      gap: 6px;
      margin-top: 2px;
      color: var(--desk-quiet);
    }

    .delta .mat-icon {
      margin-top: 2px;
    }

    b {
      color: var(--mat-sys-on-surface-variant);
      font-weight: 600;
    }

    .good :is(b, .mat-icon) {
      color: var(--desk-success);
    }

    .number {
      margin: 12px 0 10px;
    }

    .line {
      margin-bottom: 4px;
    }

    // Four side by side, their headings on one line each.
    @media (min-width: 600px) and (max-width: 839px) {
      :host {
        padding: 16px;
      }

      h2 {
        white-space: nowrap;
      }
    }

    @media (max-width: 599px) {
      :host {
        padding: 16px;
      }
    }
  `,
  host: { class: 'pane' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FigureCard {
  readonly heading = input.required<string>();
  /** As it is shown; null while it is loading. */
  readonly value = input.required<string | null>();
  readonly delta = input<Delta | null>(null);
}
