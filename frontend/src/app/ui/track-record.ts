import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { countText } from './numbers';

const PIPS = 10;

/** How often the desk was right when it was about as sure as now: ten pips, and the count in words. */
@Component({
  selector: 'desk-track-record',
  template: `
    <span class="pips" aria-hidden="true">
      @for (on of pips(); track $index) {
        <i [class.on]="on"></i>
      }
    </span>
    <span
      >Right <b>{{ right() }} of {{ of() }}</b> times<ng-content
    /></span>
  `,
  styles: `
    :host {
      display: flex;
      align-items: center;
      gap: 8px;
      color: var(--mat-sys-on-surface-variant);
      font: var(--mat-sys-body-small);
    }

    b {
      color: var(--mat-sys-on-surface);
      font-weight: 600;
      font-variant-numeric: tabular-nums;
    }

    .pips {
      display: inline-grid;
      flex: none;
      grid-template-columns: repeat(10, 6px);
      gap: 2px;
    }

    i {
      height: 6px;
      border-radius: 2px;
      background: color-mix(in srgb, var(--mat-sys-tertiary) 22%, transparent);
    }

    .on {
      background: var(--mat-sys-tertiary);
    }
  `,
  host: { '[title]': 'sentence()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TrackRecord {
  /** So many of them were right. */
  readonly right = input.required<number>();
  /** So many have been checked; at least one. */
  readonly of = input.required<number>();

  private readonly tenths = computed(() => Math.round((this.right() / this.of()) * PIPS));
  protected readonly pips = computed(() => Array.from({ length: PIPS }, (_, place) => place < this.tenths()));
  protected readonly sentence = computed(
    () => `Right about ${this.tenths()} times in ${PIPS} at this confidence, ${countText(this.of())} checked`,
  );
}
