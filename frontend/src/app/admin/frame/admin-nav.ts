import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { ADMIN_PAGES } from '../admin-pages';
import { AdminOverview } from '../admin-overview';

/** The admin pages: a column with counts, or a row of pills where there is less room. */
@Component({
  selector: 'desk-admin-nav',
  imports: [MatIcon, RouterLink, RouterLinkActive],
  template: `
    <nav aria-labelledby="admin-nav-heading">
      <h2 id="admin-nav-heading" class="t-large">Admin</h2>
      @for (item of items(); track item.page.path) {
        <a [routerLink]="item.page.path" routerLinkActive="current" ariaCurrentWhenActive="page">
          <mat-icon class="icon-20" [svgIcon]="item.page.icon" />
          {{ item.page.label }}
          @if (item.count !== null) {
            <span class="count num"
              >{{ item.count }}<span class="sr"> {{ item.page.countLabel }}</span></span
            >
          }
        </a>
      }
    </nav>
  `,
  styleUrl: './admin-nav.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AdminNav {
  private readonly overview = inject(AdminOverview);

  protected readonly items = computed(() => {
    const counts = this.overview.value()?.counts;
    return ADMIN_PAGES.map((page) => ({ page, count: (page.count && counts?.[page.count]) ?? null }));
  });
}
