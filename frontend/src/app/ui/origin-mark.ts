import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import type { Origin } from './token';

/** Who a field's value comes from; `needed` while there is none and the person has to choose. */
export type FieldOrigin = Origin | 'needed';

const LABELS: Readonly<Record<FieldOrigin, string>> = {
  desk: 'Suggested',
  you: 'Yours',
  default: 'Default',
  needed: 'Needed',
};

/** Says beside a field's label who chose its value. */
@Component({
  selector: 'desk-origin-mark',
  imports: [MatIcon],
  template: `
    @switch (origin()) {
      @case ('desk') {
        <mat-icon class="icon-16" svgIcon="wand_stars" />
      }
      @case ('you') {
        <mat-icon class="icon-16" svgIcon="person_check" />
      }
    }
    <span class="words">{{ label() }}</span>
  `,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 4px;
      min-width: 0;
      color: var(--desk-quiet);
      font: var(--mat-sys-label-medium);
    }

    .mat-icon {
      flex: none;
    }

    .words {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }

    :host(.desk) {
      color: var(--mat-sys-tertiary);
      font-weight: 600;
    }

    :host(.you) {
      color: var(--mat-sys-primary);
      font-weight: 600;
    }
  `,
  host: { '[class]': 'origin()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OriginMark {
  readonly origin = input.required<FieldOrigin>();
  /** The name of the person who chose it, when it is not the reader. */
  readonly by = input<string>();
  protected readonly label = computed(() => (this.origin() === 'you' && this.by()) || LABELS[this.origin()]);
}
