import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  afterRenderEffect,
  computed,
  inject,
  signal,
} from '@angular/core';
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
        <a
          [routerLink]="item.page.path"
          routerLinkActive="current"
          ariaCurrentWhenActive="page"
          (isActiveChange)="moves.set(moves() + 1)"
        >
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
  host: { '(window:resize)': 'showCurrent()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AdminNav {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly overview = inject(AdminOverview);
  /** How often another page became the current one. */
  protected readonly moves = signal(0);

  protected readonly items = computed(() => {
    const counts = this.overview.value()?.counts;
    return ADMIN_PAGES.map((page) => ({ page, count: (page.count && counts?.[page.count]) ?? null }));
  });

  constructor() {
    // Also when the counts come, which make the row longer.
    afterRenderEffect(() => {
      this.moves();
      this.items();
      this.showCurrent();
    });
  }

  /** In a row that is longer than the window the current page is in sight. */
  protected showCurrent(): void {
    const current = this.host.nativeElement.querySelector<HTMLElement>('[aria-current=page]');
    const row = current?.parentElement;
    if (!current || !row) return;
    row.scrollLeft = current.offsetLeft - row.offsetLeft - (row.clientWidth - current.offsetWidth) / 2;
  }
}
