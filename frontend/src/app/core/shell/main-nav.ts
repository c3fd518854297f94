import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { type Params, RouterLink, RouterLinkActive } from '@angular/router';
import { figure } from '../../ui/count-words';
import type { IconName } from '../../ui/icon-set';
import { LastList } from '../last-list';
import { Session } from '../session';
import { ViewCounts } from '../view-counts';

interface NavItem {
  path: string;
  label: string;
  icon: IconName;
  iconWhenCurrent: IconName;
}

const TICKETS = '/tickets';
const ITEMS: readonly NavItem[] = [
  { path: TICKETS, label: 'Tickets', icon: 'inbox', iconWhenCurrent: 'inbox-fill' },
  { path: '/contacts', label: 'Contacts', icon: 'contacts', iconWhenCurrent: 'contacts-fill' },
  { path: '/dashboard', label: 'Dashboard', icon: 'bar_chart', iconWhenCurrent: 'bar_chart-fill' },
];
const TRIAGE: NavItem = { path: '/triage', label: 'Triage', icon: 'wand_stars', iconWhenCurrent: 'wand_stars' };
const ADMIN: NavItem = { path: '/admin', label: 'Admin', icon: 'shield_person', iconWhenCurrent: 'shield_person-fill' };

/** The pages of the desk that a person may see: a column in the rail, a row at the foot of a phone. */
@Component({
  selector: 'desk-main-nav',
  imports: [MatIcon, RouterLink, RouterLinkActive],
  template: `
    <nav aria-label="Main">
      @for (item of items(); track item.path) {
        <a
          [routerLink]="item.path"
          [queryParams]="paramsOf(item)"
          routerLinkActive="current"
          ariaCurrentWhenActive="page"
          #link="routerLinkActive"
        >
          <span class="pill"><mat-icon [svgIcon]="link.isActive ? item.iconWhenCurrent : item.icon" /></span>
          {{ item.label }}
          @if (item.path === triage) {
            <span class="count num">{{ waiting() }}<span class="sr"> to sort</span></span>
          }
        </a>
      }
    </nav>
  `,
  styleUrl: './main-nav.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MainNav {
  private readonly lastList = inject(LastList);
  private readonly session = inject(Session);
  private readonly counts = inject(ViewCounts);
  protected readonly triage = TRIAGE.path;
  /** How many tickets nobody has sorted yet; '' for none. */
  protected readonly waiting = computed(() => {
    const waiting = this.counts.pending();
    return waiting > 0 ? figure(waiting) : '';
  });
  protected readonly items = computed(() => [
    ...ITEMS,
    ...(this.waiting() === '' ? [] : [TRIAGE]),
    ...(this.session.isAdmin() ? [ADMIN] : []),
  ]);

  /** Back at the tickets their list is as it was left; from the list itself the way leads to its beginning. */
  protected paramsOf({ path }: NavItem): Params {
    return path === TICKETS && !this.lastList.isOpen() ? this.lastList.params() : {};
  }
}
