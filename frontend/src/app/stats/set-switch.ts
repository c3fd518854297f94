import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import type { TicketSet } from './dashboard-choices';

/** Lets the reader choose which tickets the status and the bars count. */
@Component({
  selector: 'desk-set-switch',
  imports: [MatIcon],
  template: `
    <fieldset>
      <legend class="sr">Which tickets the status and the bars count</legend>
      @for (choice of choices; track choice.set) {
        <label [class.on]="chosen() === choice.set">
          <input
            type="radio"
            class="sr"
            name="desk-ticket-set"
            [value]="choice.set"
            [checked]="chosen() === choice.set"
            (change)="changed.emit(choice.set)"
          />
          @if (chosen() === choice.set) {
            <mat-icon class="icon-18" svgIcon="check" />
          }
          {{ choice.label }}
        </label>
      }
    </fieldset>
  `,
  styles: `
    fieldset {
      display: inline-flex;
      margin: 0;
      padding: 0;
      border: 1px solid var(--mat-sys-outline);
      border-radius: 16px;
    }

    label {
      position: relative;
      display: inline-flex;
      align-items: center;
      gap: 6px;
      height: 30px;
      padding: 0 14px;
      color: var(--mat-sys-on-surface);
      font: var(--mat-sys-label-large);
      letter-spacing: var(--mat-sys-label-large-tracking);
      cursor: pointer;
    }

    label:first-of-type {
      border-radius: 15px 0 0 15px;
    }

    label:last-of-type {
      border-left: 1px solid var(--mat-sys-outline);
      border-radius: 0 15px 15px 0;
    }

    .on {
      background: var(--mat-sys-secondary-container);
      color: var(--mat-sys-on-secondary-container);
    }

    fieldset:has(input:focus-visible) {
      outline: 2px solid var(--mat-sys-primary);
      outline-offset: 2px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SetSwitch {
  readonly chosen = input.required<TicketSet>();
  readonly changed = output<TicketSet>();

  protected readonly choices: readonly { set: TicketSet; label: string }[] = [
    { set: 'unresolved', label: 'Unresolved' },
    { set: 'all', label: 'All' },
  ];
}
