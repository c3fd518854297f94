import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';

/** A day to filter by, chosen with the browser's own calendar. */
@Component({
  selector: 'desk-day-field',
  template: `
    <label>
      {{ label() }}
      <input
        #box
        type="date"
        [value]="value()"
        [min]="min()"
        [max]="max()"
        (change)="chosen.emit(box.validity.valid ? box.value : '')"
      />
    </label>
  `,
  styles: `
    label {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      height: 32px;
      padding: 0 8px 0 12px;
      border-radius: 8px;
      box-shadow: inset 0 0 0 1px var(--mat-sys-outline-variant);
      color: var(--mat-sys-on-surface-variant);
      font: var(--mat-sys-label-large);
      letter-spacing: var(--mat-sys-label-large-tracking);
      white-space: nowrap;
    }

    label:focus-within {
      outline: 2px solid var(--mat-sys-primary);
      outline-offset: -1px;
    }

    input {
      height: 30px;
      padding: 0;
      border: 0;
      outline: none;
      background: none;
      color: var(--mat-sys-on-surface);
      font: inherit;
      font-variant-numeric: tabular-nums;
      letter-spacing: inherit;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DayField {
  readonly label = input.required<string>();
  /** 2026-04-21, or ''. */
  readonly value = input('');
  readonly min = input('');
  readonly max = input('');
  readonly chosen = output<string>();
}
