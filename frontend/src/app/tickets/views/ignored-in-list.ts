import { Injectable, inject } from '@angular/core';
import { IgnoredParams } from './ignored-params';
import { ListView } from './list-view';
import type { View } from './ticket-views';

/** Of the list that is worked in its views. Provided by the list's page. */
@Injectable()
export class IgnoredInList extends IgnoredParams {
  private readonly shown = inject(ListView);

  protected view(): View {
    return this.shown.current();
  }

  protected sort(): string {
    return this.shown.sort();
  }

  protected order(): Readonly<Record<string, string | null>> {
    return this.shown.params();
  }
}
