import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import { problemOf } from '../../api/problem-error';
import { Notifications } from '../../core/notifications';
import { type Failure, failureOf } from '../../kit/forms/failure';
import { FailureBanner } from '../../kit/forms/failure-banner';
import { ArrivingToken } from '../arriving-token';
import { PortalSession } from '../portal-session';

/**
 * Somebody came with the link of a mail. It is used once they say so: programs that look at the links of mails would use it
 * up before.
 */
@Component({
  selector: 'desk-arrival',
  imports: [FailureBanner, MatButton],
  template: `
    <div class="words">
      <h1 tabindex="-1">Welcome</h1>
      <p class="quiet">You came by the link that we sent you.</p>
    </div>
    @if (failure(); as failed) {
      <desk-failure-banner what="You are not signed in yet." [failure]="failed" />
    }
    <button matButton="filled" class="main" type="button" [attr.aria-disabled]="busy() || null" (click)="goOn()">
      {{ busy() ? 'Signing in…' : 'Go on to my tickets' }}
    </button>
  `,
  styleUrl: './arrival.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Arrival {
  readonly token = input.required<string>();
  /** It was used before, or is too old. */
  readonly spent = output();

  private readonly arriving = inject(ArrivingToken);
  private readonly notifications = inject(Notifications);
  private readonly router = inject(Router);
  private readonly session = inject(PortalSession);
  protected readonly busy = signal(false);
  protected readonly failure = signal<Failure | null>(null);

  protected goOn(): void {
    if (this.busy()) return;
    this.busy.set(true);
    this.failure.set(null);
    this.session.begin(this.token()).subscribe({
      next: () => this.enter(),
      error: (error: unknown) => void this.fail(error),
    });
  }

  private enter(): void {
    this.arriving.forget();
    void this.router.navigateByUrl(this.session.takeWanted(), { replaceUrl: true });
  }

  private async fail(error: unknown): Promise<void> {
    const status = problemOf(error)?.status ?? 0;
    // What is refused for good is of no use to try again; whoever used it up in this browser is in.
    const isSpent = status === 401 || status === 400;
    if (isSpent && (await this.session.isSignedIn())) {
      this.notifications.show('This link was used before, and you are still signed in');
      this.enter();
      return;
    }
    this.busy.set(false);
    if (isSpent) {
      this.spent.emit();
      this.arriving.forget();
    } else this.failure.set(failureOf(error));
  }
}
