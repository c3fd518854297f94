import { ChangeDetectionStrategy, Component } from '@angular/core';
import { MatIcon } from '@angular/material/icon';

const WHY =
  'This mail fails the checks of the domain that it says it is from (SPF, DKIM, DMARC). Somebody else may have written it, or it was passed on on its way.';

/** Says quietly, with a mail, that it may be from somebody else than it says. */
@Component({
  selector: 'desk-sender-doubt',
  imports: [MatIcon],
  template: `
    <p [title]="why">
      <mat-icon svgIcon="gpp_maybe" />
      <span
        >Sender not confirmed<span class="sr">: {{ why }}</span></span
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

    .mat-icon {
      flex: none;
      width: 16px;
      height: 1lh;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SenderDoubt {
  protected readonly why = WHY;
}
