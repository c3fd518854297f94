import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import type { MailboxReading } from '../../api/admin-model';
import { Moment } from '../../ui/moment';

/** How reading a mailbox goes: followed, not to be read and why, or looked into by nobody. */
@Component({
  selector: 'desk-mailbox-reading',
  imports: [MatIcon, Moment],
  template: `
    @let told = reading();
    @if (told.state === 'failing') {
      <p class="small warned">
        <mat-icon class="icon-16" svgIcon="warning" />
        <span>
          Not read since <desk-moment class="num" [at]="told.since ?? ''" />. <bdi>{{ told.failure }}</bdi> It is tried
          again and again.
        </span>
      </p>
    } @else if (told.state === 'read') {
      <p class="small quiet">Followed since <desk-moment class="num" [at]="told.since ?? ''" /></p>
    } @else if (told.looked_at) {
      <p class="small warned">
        <mat-icon class="icon-16" svgIcon="warning" />
        <span>Nobody looks into it: last <desk-moment class="num" [at]="told.looked_at" />. Does a worker run?</span>
      </p>
    } @else {
      <p class="small quiet">Not looked into yet</p>
    }
  `,
  styles: `
    .warned {
      display: flex;
      align-items: start;
      gap: 6px;
      color: var(--desk-warning);
    }

    mat-icon {
      flex: none;
      margin-top: 2px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MailboxReadingLine {
  readonly reading = input.required<MailboxReading>();
}
