import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { RouterLink, RouterLinkActive } from '@angular/router';
import type { IconName } from '../../ui/icon-set';
import { Session } from '../session';

interface NavItem {
  path: string;
  label: string;
  icon: IconName;
  iconWhenCurrent: IconName;
}

const ITEMS: readonly NavItem[] = [
  { path: '/tickets', label: 'Tickets', icon: 'inbox', iconWhenCurrent: 'inbox-fill' },
  { path: '/dashboard', label: 'Dashboard', icon: 'bar_chart', iconWhenCurrent: 'bar_chart-fill' },
];
const ADMIN: NavItem = { path: '/admin', label: 'Admin', icon: 'shield_person', iconWhenCurrent: 'shield_person-fill' };

/** The pages of the desk that a person may see: a column in the rail, a row at the foot of a phone. */
@Component({
  selector: 'desk-main-nav',
  imports: [MatIcon, RouterLink, RouterLinkActive],
  template: `
    <nav aria-label="Main">
      @for (item of items(); track item.path) {
        <a [routerLink]="item.path" routerLinkActive="current" ariaCurrentWhenActive="page" #link="routerLinkActive">
          <span class="pill"><mat-icon [svgIcon]="link.isActive ? item.iconWhenCurrent : item.icon" /></span>
          {{ item.label }}
        </a>
      }
    </nav>
  `,
  styleUrl: './main-nav.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MainNav {
  private readonly session = inject(Session);
  protected readonly items = computed(() => (this.session.isAdmin() ? [...ITEMS, ADMIN] : ITEMS));
}
