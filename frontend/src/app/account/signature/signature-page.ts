import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { AccountApi } from '../../api/account-api';
import { lastValue } from '../../api/last-value';
import type { Signature } from '../../api/model';
import { readableProblem } from '../../api/problem-error';
import { Notifications } from '../../core/notifications';
import { ErrorState } from '../../ui/error-state';
import { ListSkeleton } from '../frame/list-skeleton';
import { SignatureForm } from './signature-form';

/** What stands below a person's answers when they leave as mails. */
@Component({
  selector: 'desk-signature-page',
  imports: [ErrorState, ListSkeleton, SignatureForm],
  template: `
    <section class="pane">
      <h2 class="t-large">Signature</h2>
      <p class="quiet">
        It stands below your answers when they leave by e-mail, and nowhere else: not in the conversation, and never
        under a note.
      </p>
      @if (known(); as signature) {
        <desk-signature-form [kept]="signature.text" (saved)="done($event)" />
      } @else if (failure(); as problem) {
        <desk-error-state
          heading="Your signature could not be loaded"
          [failed]="problem"
          (retry)="signature.reload()"
        />
      } @else {
        <desk-account-list-skeleton />
      }
    </section>
  `,
  styleUrl: '../frame/page.scss',
  styles: `
    desk-signature-form {
      display: block;
      max-width: 560px;
      margin-top: 20px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignaturePage {
  private readonly notifications = inject(Notifications);
  protected readonly signature = inject(AccountApi).signature();
  protected readonly known = lastValue(this.signature);
  protected readonly failure = computed(() => readableProblem(this.signature.error()));

  /** A signature that waits for its time says so: nobody wonders where it is. */
  protected done({ text, is_sent: isSent }: Signature): void {
    if (text === '') this.notifications.show('Your answers leave without a signature');
    else if (isSent) this.notifications.show('Signature saved. It goes with answers that leave from now on');
    else this.notifications.show('Signature saved. Mails of this desk have no place for it at the moment');
  }
}
