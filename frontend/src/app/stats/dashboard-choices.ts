import { Injectable, inject, signal } from '@angular/core';
import { PersonalSettings } from '../core/personal-settings';
import { ownTimeZone } from './time-zones';

/** Which tickets the status and the bars count. */
export type TicketSet = 'unresolved' | 'all';

/** The days of the desk, whatever its time zone is. */
export const OF_THE_DESK = 'desk';

const SET = 'desk.dashboard.set';
const ZONE = 'desk.dashboard.time-zone';

/** How a person wants to see the dashboard, remembered for them in this browser. Provided by the dashboard. */
@Injectable()
export class DashboardChoices {
  private readonly settings = inject(PersonalSettings);
  private readonly chosenSet = signal<TicketSet>(this.settings.read(SET) === 'all' ? 'all' : 'unresolved');
  private readonly chosenZone = signal(this.settings.read(ZONE) ?? ownTimeZone());

  readonly set = this.chosenSet.asReadonly();
  /** By whose days to count: an IANA name, that of the reader unless they chose another, or `OF_THE_DESK`. */
  readonly timeZone = this.chosenZone.asReadonly();

  chooseSet(set: TicketSet): void {
    this.chosenSet.set(set);
    this.settings.write(SET, set);
  }

  chooseTimeZone(zone: string): void {
    this.chosenZone.set(zone);
    // Who wants their own days wants them on a journey too.
    this.settings.write(ZONE, zone === ownTimeZone() ? null : zone);
  }
}
