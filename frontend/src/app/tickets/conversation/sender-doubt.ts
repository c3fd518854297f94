import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { MatTooltip } from '@angular/material/tooltip';
import type { SenderCheck } from '../../api/conversation-model';
import { senderCheckWords } from './sender-check-words';

/** Says with a mail that it may be from somebody else than it says: quietly, unless the domain itself denies it. */
@Component({
  selector: 'desk-sender-doubt',
  imports: [MatIcon, MatTooltip],
  template: `
    <p [class.denied]="check().verdict === 'denied'" [matTooltip]="words().why">
      <mat-icon svgIcon="gpp_maybe" />
      <span
        >{{ words().label }}<span class="sr">: {{ words().why }}</span></span
      >
    </p>
  `,
  styles: `
    p {
      display: inline-flex;
      gap: 6px;
      margin-bottom: 4px;
      color: var(--mat-sys-on-surface-variant);
      font: var(--mat-sys-body-small);
      font-size: 12px;
    }

    .denied {
      color: var(--desk-warning);
      font-weight: 500;
    }

    .mat-icon {
      flex: none;
      width: 16px;
      height: 1lh;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SenderDoubt {
  readonly check = input.required<SenderCheck>();

  protected readonly words = computed(() => senderCheckWords(this.check()));
}
