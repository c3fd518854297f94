import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { MatIcon } from '@angular/material/icon';

/** Narrows or widens a list by a yes or no: a chip that is on or off. */
@Component({
  selector: 'desk-toggle-chip',
  imports: [MatIcon],
  template: `
    <button type="button" class="main" role="switch" [attr.aria-checked]="on()" (click)="changed.emit(!on())">
      @if (on()) {
        <mat-icon class="icon-18" svgIcon="check" />
      }
      {{ label() }}
    </button>
  `,
  styleUrl: './choice-chip.scss',
  styles: `
    .main {
      padding-right: 12px;
    }

    :host(.on) .main {
      padding-right: 12px;
    }
  `,
  host: { '[class.on]': 'on()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ToggleChip {
  readonly label = input.required<string>();
  readonly on = input(false);
  readonly changed = output<boolean>();
}
