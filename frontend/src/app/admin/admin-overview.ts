import { Injectable, computed, inject, linkedSignal } from '@angular/core';
import type { Overview } from '../api/admin-model';
import { AdminOverviewApi } from '../api/admin-overview-api';

/**
 * How the desk is: the figures of the overview and of the navigation. What was loaded stays when asking again fails.
 * Provided by the admin section.
 */
@Injectable()
export class AdminOverview {
  private readonly answer = inject(AdminOverviewApi).overview();
  private readonly fresh = computed(() => (this.answer.hasValue() ? this.answer.value() : undefined));

  /** Undefined until the first answer. */
  readonly value = linkedSignal<Overview | undefined, Overview | undefined>({
    source: this.fresh,
    computation: (now, before) => now ?? before?.value,
  });
  readonly loading = this.answer.isLoading;
  readonly error = this.answer.error;

  /** After something that is counted was made or taken away. */
  reload(): void {
    this.answer.reload();
  }
}
