import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { KeyCap } from '../../ui/key-cap';

/** Says what a ticket waits for that has been sent, and offers both ways out. Its dialog reads the sentence aloud. */
@Component({
  selector: 'desk-waiting-notice',
  imports: [KeyCap, MatButton, MatIcon],
  template: `
    <mat-icon class="icon-20" svgIcon="wand_stars" />
    <p>The ticket is created as soon as the suggestion is here.</p>
    <button matButton class="button-small" type="button" (click)="without.emit()">Create as {{ instead() }}</button>
    <button matButton class="button-small" type="button" (click)="back.emit()">
      Keep editing <desk-key-cap decorative>Esc</desk-key-cap>
    </button>
  `,
  styles: `
    :host {
      --mat-button-text-label-text-color: currentColor;
      --mat-button-text-state-layer-color: currentColor;

      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 12px;
      padding: 10px 12px 10px 16px;
      border-radius: 12px;
      background: var(--mat-sys-tertiary-container);
      color: var(--mat-sys-on-tertiary-container);
      font: var(--mat-sys-body-medium);
    }

    p {
      flex: 1 1 240px;
    }

    @media (max-width: 599px) {
      desk-key-cap {
        display: none;
      }
    }
  `,
  host: { role: 'group', 'aria-label': 'Waiting for the suggestion' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WaitingNotice {
  /** What the ticket would be created as now: "General, Medium". */
  readonly instead = input.required<string>();
  /** The person does not want to wait. */
  readonly without = output();
  /** The person goes on with the form. */
  readonly back = output();
}
