import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { ValueTag } from '../../../ui/value-tag';
import type { ValueOption } from '../../../ui/vocabulary';
import type { ValueKind } from '../../ticket-values';

/** What a ticket gets with a message, each of which can be left out: nothing happens that was not seen before. */
@Component({
  selector: 'desk-step-chips',
  imports: [MatIcon, MatIconButton, ValueTag],
  template: `
    @if (steps().length > 0) {
      <div class="chips" role="group" aria-label="What the ticket gets with it">
        <span class="when" aria-hidden="true">{{ note() ? 'The note sets' : 'Sending sets' }}</span>
        @for (step of steps(); track step.kind) {
          <span class="chip">
            <span class="kind">{{ step.kind }}</span>
            <desk-value-tag [option]="step" />
            <button
              matIconButton
              class="icon-button-small"
              type="button"
              [attr.aria-label]="'Leave the ' + step.kind + ' as it is'"
              (click)="left.emit(step.kind)"
            >
              <mat-icon svgIcon="close" />
            </button>
          </span>
        }
      </div>
    }
    <p class="sr" role="status">{{ said() }}</p>
  `,
  styles: `
    .chips {
      --avatar-size: 20px;

      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 8px;
      padding: 4px 16px;
    }

    .when,
    .kind {
      color: var(--mat-sys-on-surface-variant);
      font: var(--mat-sys-body-small);
    }

    .chip {
      display: inline-flex;
      align-items: center;
      gap: 8px;
      min-width: 0;
      min-height: 32px;
      padding-inline-start: 12px;
      border: 1px solid var(--mat-sys-outline);
      border-radius: 8px;
      background: var(--desk-pane);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StepChips {
  readonly steps = input.required<readonly ValueOption[]>();
  readonly note = input(false);
  /** A field that stays as it is. */
  readonly left = output<ValueKind>();

  protected readonly said = computed(() => {
    const words = this.steps().map(({ kind, label }) => `${kind} to ${label}`);
    return words.length === 0 ? '' : `${this.note() ? 'The note' : 'Sending'} sets ${words.join(', ')}`;
  });
}
