import { Injectable } from '@angular/core';
import { IgnoredParams } from '../../tickets/views/ignored-params';
import { sortIn } from './ticket-sort';

/** Of the list of admins, which has no views and an order of its own. Provided by the page. */
@Injectable()
export class IgnoredInAdmin extends IgnoredParams {
  protected view(): null {
    return null;
  }

  protected sort(): string {
    return sortIn(this.address);
  }

  protected order(): Readonly<Record<string, string | null>> {
    const sort = this.sort();
    return { sort: this.address.text('sort') === sort ? sort : null };
  }
}
