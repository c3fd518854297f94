import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import { MatDatepicker, MatDatepickerInput } from '@angular/material/datepicker';
import { MatIcon } from '@angular/material/icon';
import { DAY_PROVIDERS } from './day-adapter';
import { dayFromText, textOfDay } from './day-text';

let ids = 0;

/** A day to filter by: written, or chosen from a calendar (Alt and ↓ open it from the field). */
@Component({
  selector: 'desk-day-field',
  imports: [MatDatepicker, MatDatepickerInput, MatIcon],
  providers: DAY_PROVIDERS,
  template: `
    <label [for]="id">{{ label() }}</label>
    <input
      #box
      autocomplete="off"
      placeholder="any day"
      [id]="id"
      [matDatepicker]="calendar"
      [value]="day()"
      [min]="first()"
      [max]="last()"
      [attr.aria-invalid]="wrong() !== null"
      [attr.aria-describedby]="wrong() ? id + '-wrong' : null"
      (dateChange)="take(box.value)"
    />
    @if (wrong(); as words) {
      <span class="wrong small" role="alert" [id]="id + '-wrong'">{{ words }}</span>
    }
    <button type="button" [attr.aria-label]="'Calendar: ' + label()" (click)="calendar.open()">
      <mat-icon class="icon-18" svgIcon="calendar_month" />
    </button>
    <mat-datepicker #calendar />
  `,
  styles: `
    :host {
      display: inline-flex;
      flex: none;
      align-items: center;
      gap: 6px;
      height: 32px;
      padding: 0 4px 0 12px;
      border-radius: 8px;
      box-shadow: inset 0 0 0 1px var(--mat-sys-outline-variant);
      color: var(--mat-sys-on-surface-variant);
      font: var(--mat-sys-label-large);
      letter-spacing: var(--mat-sys-label-large-tracking);
      white-space: nowrap;
    }

    :host:has(input:focus) {
      outline: 2px solid var(--mat-sys-primary);
      outline-offset: -1px;
    }

    :host:has([aria-invalid='true']) {
      box-shadow: inset 0 0 0 1px var(--mat-sys-error);
    }

    input {
      width: 92px;
      height: 30px;
      padding: 0;
      border: 0;
      outline: none;
      background: none;
      color: var(--mat-sys-on-surface);
      font: inherit;
      font-variant-numeric: tabular-nums;
      letter-spacing: inherit;

      &::placeholder {
        color: var(--desk-quiet);
      }
    }

    .wrong {
      color: var(--mat-sys-error);
    }

    button {
      display: inline-grid;
      place-items: center;
      width: 28px;
      height: 28px;
      padding: 0;
      border: 0;
      border-radius: 6px;
      background: none;
      color: inherit;
      cursor: pointer;

      &:hover {
        background: color-mix(in srgb, var(--mat-sys-on-surface) 6%, transparent);
      }
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

  protected readonly id = `desk-day-field-${ids++}`;
  protected readonly day = computed(() => dayFromText(this.value()));
  protected readonly first = computed(() => dayFromText(this.min()));
  protected readonly last = computed(() => dayFromText(this.max()));
  /** What is wrong with what was written. */
  protected readonly wrong = signal<string | null>(null);

  protected take(text: string): void {
    const day = dayFromText(text);
    const [first, last] = [this.first(), this.last()];
    if (!day) this.wrong.set(text.trim() === '' ? null : 'Write a day like 26 Nov 2026');
    else if (first && day < first) this.wrong.set('This is before the first day');
    else this.wrong.set(last && day > last ? 'This is after the last day' : null);
    if (this.wrong() === null) this.chosen.emit(day ? textOfDay(day) : '');
  }
}
