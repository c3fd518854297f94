import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterOutlet } from '@angular/router';
import { filter, map, pairwise, startWith } from 'rxjs';
import { PageFocus } from '../../core/page-focus';
import { pathOf } from '../../core/path-of';
import { Viewport } from '../../core/viewport';
import { AdminOverview } from '../admin-overview';
import { AdminNav } from './admin-nav';

/** The admin section: its navigation beside its pages, above them where there is less room, at the title on a phone. */
@Component({
  selector: 'desk-admin-frame',
  imports: [AdminNav, RouterOutlet],
  template: `
    @if (!compact()) {
      <desk-admin-nav />
    }
    <router-outlet />
  `,
  // Not by the route, which would go on reading it wherever one is afterwards.
  providers: [AdminOverview],
  styleUrl: './admin-frame.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AdminFrame {
  protected readonly compact = inject(Viewport).compact;

  constructor() {
    const router = inject(Router);
    const pageFocus = inject(PageFocus);
    // The shell follows moves between sections; those within this one lead to a new heading as well.
    router.events
      .pipe(
        filter((event) => event instanceof NavigationEnd),
        map((event) => pathOf(event.urlAfterRedirects)),
        startWith(pathOf(router.url)),
        pairwise(),
        filter(([before, now]) => before !== now && isAdmin(before) && isAdmin(now)),
        takeUntilDestroyed(),
      )
      .subscribe(() => pageFocus.focusMain());
  }
}

function isAdmin(path: string): boolean {
  return path.startsWith('/admin/');
}
