import { ChangeDetectionStrategy, Component, ElementRef, computed, inject, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { AdminQualityApi } from '../../api/admin-quality-api';
import type { CellFilter } from '../../api/admin-model';
import { Categories } from '../../api/categories';
import { People } from '../../api/people';
import { Address } from '../../kit/list/address';
import { IgnoredBanner } from '../../kit/list/ignored-banner';
import { ListBody } from '../../kit/list/list-body';
import { ListChanges } from '../../kit/list/list-changes';
import { ListFollowing } from '../../kit/list/list-following';
import { PagedList } from '../../kit/list/paged-list';
import { sameFilter } from '../../kit/list/same-filter';
import { shortDay } from '../../stats/days';
import { withinSentence } from '../../ui/author';
import { confidencePercent } from '../../ui/confidence';
import { EmptyState } from '../../ui/empty-state';
import { Moment } from '../../ui/moment';
import { priorityLabel } from '../../ui/vocabulary';
import { PageHead } from '../frame/page-head';
import { QualityAddress } from './quality-address';
import { suggesterWords } from './quality-words';
import { SuggestionButton } from './suggestion-button';

/** The tickets behind one cell of the confusion matrix, the newest suggestion first. */
@Component({
  selector: 'desk-cell-tickets-page',
  imports: [
    EmptyState,
    IgnoredBanner,
    ListBody,
    ListChanges,
    MatButton,
    MatIcon,
    Moment,
    PageHead,
    RouterLink,
    SuggestionButton,
  ],
  providers: [Address, QualityAddress],
  template: `
    <desk-page-head [heading]="heading()" [detail]="detail()">
      <desk-list-changes [following]="following" (used)="focusBack()" />
      <a #back matButton routerLink="/admin/quality" [queryParams]="backQuery()"
        ><mat-icon svgIcon="arrow_back" />AI quality</a
      >
    </desk-page-head>
    <desk-ignored-banner [words]="address.besides(honoured())" (removed)="focusBack(); address.keepOnly(honoured())" />
    <section class="pane list" [attr.aria-label]="heading()">
      <desk-list-body noun="tickets" [list]="list" (used)="focusBack()">
        <ul>
          @for (row of rows(); track row.id) {
            <li [class.has-left]="following.isGone(row.id)">
              <a [routerLink]="['/tickets', row.id]">
                <span class="title"
                  ><span class="quiet num">#{{ row.id }}</span
                  >&ngsp;<bdi>{{ row.title }}</bdi></span
                >
                <span class="small quiet num">{{ row.words }}, <desk-moment [at]="row.at" /></span>
              </a>
              @switch (row.source) {
                @case ('llm') {
                  <desk-suggestion-button shows="sent" [asked]="row.asked" />
                }
                @case ('local') {
                  <desk-suggestion-button shows="nearest" [asked]="row.asked" />
                }
              }
            </li>
          }
        </ul>
        <desk-empty-state
          ngProjectAs="[empty]"
          icon="inbox"
          heading="No ticket here"
          text="They may have been deleted or corrected since."
        />
      </desk-list-body>
    </section>
  `,
  styleUrls: ['../frame/page.scss', './cell-tickets-page.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CellTicketsPage {
  private readonly api = inject(AdminQualityApi);
  protected readonly address = inject(Address);
  private readonly asked = inject(QualityAddress);
  private readonly categories = inject(Categories);
  private readonly people = inject(People);
  private readonly back = viewChild.required<unknown, ElementRef<HTMLElement>>('back', { read: ElementRef });

  private readonly cell = computed<CellFilter>(
    () => ({
      ...this.asked.filter(),
      suggested: this.address.text('suggested'),
      chosen: this.address.text('chosen'),
    }),
    { equal: sameFilter },
  );
  protected readonly honoured = computed(() => {
    const { suggested, chosen } = this.cell();
    return { ...this.asked.honoured(), suggested, chosen };
  });
  protected readonly list = new PagedList(this.api.cellPages, this.cell);
  protected readonly following = new ListFollowing(this.list, this.api.cellPages, [
    'suggestions.changed',
    'statistics.changed',
  ]);
  protected readonly heading = computed(() => {
    const { suggested, chosen } = this.cell();
    return suggested === chosen
      ? `${this.labelOf(chosen)}, as suggested`
      : `${this.labelOf(chosen)}, suggested as ${this.labelOf(suggested)}`;
  });
  protected readonly detail = computed(() => {
    const { from, to } = this.cell();
    return from && to ? `${shortDay(from)} to ${shortDay(to)}` : '';
  });
  protected readonly backQuery = computed(() => {
    const { field, from, to, source, model, version } = this.cell();
    return { field: field === 'category' ? null : field, from, to, source, model, version };
  });
  protected readonly rows = computed(() =>
    this.list.items().map((ticket) => {
      const sure = ticket.confidence === null ? '' : `, ${confidencePercent(ticket.confidence)} % sure`;
      const changed = ticket.corrected
        ? 'changed later'
        : `chosen by ${withinSentence(this.people.name(ticket.chosen_by))}`;
      return {
        id: ticket.id,
        title: ticket.title || 'Without a title',
        words: `${suggesterWords(ticket)}${sure}, ${changed}`,
        at: ticket.suggested_at,
        source: ticket.source,
        asked: { suggestion: ticket.suggestion_id, ticket: ticket.id },
      };
    }),
  );

  protected focusBack(): void {
    this.back().nativeElement.focus();
  }

  private labelOf(value: string): string {
    return this.asked.field() === 'category' ? this.categories.label(value) : priorityLabel(value);
  }
}
