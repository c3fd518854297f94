import { Injectable } from '@angular/core';
import { IgnoredParams } from '../../tickets/views/ignored-params';
import { sortIn } from './ticket-sort';

/** The same for the list of admins, which has no views and an order of its own. Provided by the page. */
@Injectable()
export class IgnoredInAdmin extends IgnoredParams {
  protected override sort(): string {
    return sortIn(this.address);
  }
}
