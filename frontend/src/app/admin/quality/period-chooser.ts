import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import type { QualityPeriod } from '../../api/admin-model';
import { PERIOD_LABELS } from './quality-words';

/** Says over which days the figures go, and lets an admin choose others. */
@Component({
  selector: 'desk-period-chooser',
  imports: [MatButton, MatIcon, MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger],
  template: `
    <button matButton="outlined" type="button" [attr.aria-label]="'Period: ' + words()" [matMenuTriggerFor]="menu">
      <mat-icon svgIcon="calendar_month" />{{ words() }}<mat-icon iconPositionEnd svgIcon="keyboard_arrow_down" />
    </button>
    <mat-menu #menu="matMenu" class="desk-value-menu" aria-label="Period">
      <ng-template matMenuContent>
        @for (choice of choices; track choice.value) {
          <button
            mat-menu-item
            role="menuitemradio"
            [attr.aria-checked]="choice.value === chosen()"
            (click)="changed.emit(choice.value)"
          >
            <span>{{ choice.label }}</span>
            @if (choice.value === chosen()) {
              <span class="check"><mat-icon class="icon-18" svgIcon="check" /></span>
            }
          </button>
        }
      </ng-template>
    </mat-menu>
  `,
  styles: `
    // Both choices stand in one row of a phone.
    @media (max-width: 599px) {
      button > .mat-icon:not([iconPositionEnd]) {
        display: none;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PeriodChooser {
  /** Null while the address has days of its own. */
  readonly chosen = input.required<QualityPeriod | null>();
  readonly words = input.required<string>();
  readonly changed = output<QualityPeriod>();

  protected readonly choices = (Object.keys(PERIOD_LABELS) as QualityPeriod[]).map((value) => ({
    value,
    label: PERIOD_LABELS[value],
  }));
}
