import { Injectable, inject } from '@angular/core';
import { AdminOverviewApi } from '../api/admin-overview-api';
import { lastValue } from '../api/last-value';

/**
 * How the desk is: the figures of the overview and of the navigation. What was loaded stays when asking again fails.
 * Provided by the frame of the admin section, for as long as that is shown.
 */
@Injectable()
export class AdminOverview {
  private readonly answer = inject(AdminOverviewApi).overview();

  /** Undefined until the first answer. */
  readonly value = lastValue(this.answer);
  readonly loading = this.answer.isLoading;
  readonly error = this.answer.error;

  /** After something that is counted was made or taken away. */
  reload(): void {
    this.answer.reload();
  }
}
