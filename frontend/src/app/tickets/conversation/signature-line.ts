import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { AccountApi } from '../../api/account-api';
import { lastValue } from '../../api/last-value';

/** Says below an answer what goes with it that is no part of it; nothing where nothing does. */
@Component({
  selector: 'desk-signature-line',
  template: `
    @if (signature(); as own) {
      @if (own.is_sent) {
        <p [title]="own.text">Your signature goes with it</p>
      }
    }
  `,
  styles: `
    p {
      padding: 0 12px;
      color: var(--desk-quiet);
      font: var(--mat-sys-body-small);
      font-size: 12px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignatureLine {
  protected readonly signature = lastValue(inject(AccountApi).signature());
}
