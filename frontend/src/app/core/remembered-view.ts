import { Injectable, inject } from '@angular/core';
import { PersonalSettings } from './personal-settings';

const VIEW = 'desk.tickets.view';
const SORT = 'desk.tickets.sort';

/** Which view of the tickets a person chose last, and how they sort each. This browser remembers it for each person. */
@Injectable({ providedIn: 'root' })
export class RememberedView {
  private readonly settings = inject(PersonalSettings);

  /** The name of the view, as it was kept; null when none was. */
  view(): string | null {
    return this.settings.read(VIEW);
  }

  keepView(name: string): void {
    this.settings.write(VIEW, name);
  }

  /** The sort of a view, as it was kept; null when none was. */
  sort(view: string): string | null {
    return this.settings.read(`${SORT}.${view}`);
  }

  keepSort(view: string, sort: string): void {
    this.settings.write(`${SORT}.${view}`, sort);
  }
}
