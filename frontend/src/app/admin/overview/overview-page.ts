import { ChangeDetectionStrategy, Component, ElementRef, computed, inject, viewChild } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatProgressBar } from '@angular/material/progress-bar';
import { MatTooltip } from '@angular/material/tooltip';
import { RouterLink } from '@angular/router';
import { readableProblem } from '../../api/problem-error';
import { Banner } from '../../ui/banner';
import { Clock } from '../../ui/clock';
import { ErrorState } from '../../ui/error-state';
import { Skeleton } from '../../ui/skeleton';
import { AdminOverview } from '../admin-overview';
import { AuditEventLine } from '../audit/audit-event-line';
import { PageHead } from '../frame/page-head';
import { counted, figure } from '../../ui/count-words';
import { Moment } from '../../ui/moment';
import { PRODUCT } from '../../ui/product';
import { TryAgain } from '../../ui/try-again';
import { healthOf } from './health';

/** How the desk is: its parts, its figures, its versions, and what was done last. */
@Component({
  selector: 'desk-admin-overview-page',
  imports: [
    AuditEventLine,
    Banner,
    ErrorState,
    MatIcon,
    MatIconButton,
    MatProgressBar,
    MatTooltip,
    Moment,
    PageHead,
    RouterLink,
    Skeleton,
    TryAgain,
  ],
  templateUrl: './overview-page.html',
  styleUrls: ['../frame/page.scss', './overview-page.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OverviewPage {
  private readonly clock = inject(Clock);
  protected readonly overview = inject(AdminOverview);
  private readonly refresher = viewChild.required<unknown, ElementRef<HTMLElement>>('refresher', { read: ElementRef });

  protected readonly problem = computed(() => readableProblem(this.overview.error()));
  protected readonly health = computed(() => {
    const value = this.overview.value();
    return value ? healthOf(value.health, this.clock.now()) : null;
  });
  protected readonly counts = computed(() => {
    const counts = this.overview.value()?.counts;
    const text = (count: number | undefined) => (count === undefined ? null : figure(count));
    return [
      {
        label: 'Tickets',
        value: text(counts?.tickets),
        note: `${text(counts?.open_tickets) ?? '…'} open`,
        link: '/admin/tickets',
      },
      {
        label: 'Users',
        value: text(counts?.users_active),
        note: counts ? counted(counts.admins_active, 'admin') : '… admins',
        link: '/admin/users',
      },
      { label: 'Sessions', value: text(counts?.sessions_active), note: 'open now', link: null },
      { label: 'API tokens', value: text(counts?.tokens_active), note: 'that work', link: '/admin/tokens' },
      { label: 'Categories', value: text(counts?.categories_active), note: 'in use', link: '/admin/categories' },
    ];
  });
  protected readonly versions = computed(() => {
    const versions = this.overview.value()?.versions;
    if (!versions) return null;
    return [
      { label: PRODUCT, value: versions.app },
      { label: 'Node.js', value: versions.node },
      { label: 'PostgreSQL', value: versions.postgres },
      // Without a model there is none.
      ...(versions.prompt === null ? [] : [{ label: 'Prompt', value: versions.prompt }]),
    ];
  });
  protected readonly suggestions = computed(() => {
    const day = this.overview.value()?.health.llm.last_day;
    if (!day) return null;
    return [
      { label: 'Asked for', value: figure(day.asked) },
      { label: 'By the LLM', value: figure(day.answered) },
      { label: 'Defaults filled in', value: figure(day.failed) },
    ];
  });
  protected readonly audit = computed(() => this.overview.value()?.recent_audit ?? null);

  protected retry(): void {
    this.refresher().nativeElement.focus();
    this.overview.reload();
  }
}
