import { ChangeDetectionStrategy, Component, ElementRef, computed, inject, viewChild } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatProgressBar } from '@angular/material/progress-bar';
import { MatTooltip } from '@angular/material/tooltip';
import { RouterLink } from '@angular/router';
import type { SuggestedField } from '../../api/admin-model';
import { AdminQualityApi } from '../../api/admin-quality-api';
import { Categories } from '../../api/categories';
import { lastValue } from '../../api/last-value';
import { readableProblem } from '../../api/problem-error';
import { Address } from '../../kit/list/address';
import { IgnoredBanner } from '../../kit/list/ignored-banner';
import { shortDay } from '../../stats/days';
import { Banner } from '../../ui/banner';
import { LineCard } from '../../ui/chart/line-card';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { countText } from '../../ui/numbers';
import { type Segment, SegmentSwitch } from '../../ui/segment-switch';
import { TryAgain } from '../../ui/try-again';
import { PRIORITY_OPTIONS, categoryOption } from '../../ui/vocabulary';
import { PageHead } from '../frame/page-head';
import { ConfusionCard } from './confusion-card';
import { driftLines } from './drift-lines';
import { HealthCard } from './health-card';
import { ModelQualityCard } from './model-quality-card';
import { PeriodChooser } from './period-chooser';
import { QualityAddress } from './quality-address';
import { qualityLines } from './quality-lines';
import { DEFAULT_PERIOD, PERIOD_LABELS, briefSuggesterWords, suggesterWords, unmeasuredWords } from './quality-words';
import { RateCard } from './rate-card';
import { ReliabilityCard } from './reliability-card';

/** How good the suggestions are: what people keep, what is right without looking, and whether confidence can be trusted. */
@Component({
  selector: 'desk-quality-page',
  imports: [
    Banner,
    ConfusionCard,
    EmptyState,
    ErrorState,
    HealthCard,
    IgnoredBanner,
    LineCard,
    MatButton,
    MatIcon,
    MatIconButton,
    MatProgressBar,
    MatTooltip,
    ModelQualityCard,
    PageHead,
    PeriodChooser,
    RateCard,
    ReliabilityCard,
    RouterLink,
    SegmentSwitch,
    TryAgain,
  ],
  providers: [Address, QualityAddress],
  templateUrl: './quality-page.html',
  styleUrls: ['../frame/page.scss', './quality-page.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class QualityPage {
  private readonly api = inject(AdminQualityApi);
  private readonly categories = inject(Categories);
  protected readonly address = inject(Address);
  protected readonly asked = inject(QualityAddress);
  private readonly answer = this.api.quality(this.asked.filter);
  private readonly csvLink = viewChild.required<unknown, ElementRef<HTMLElement>>('csvLink', { read: ElementRef });

  protected readonly quality = lastValue(this.answer);
  protected readonly refreshing = computed(() => this.answer.isLoading() && this.quality() !== undefined);
  protected readonly problem = computed(() => readableProblem(this.answer.error()));
  protected readonly csv = computed(() => this.api.csvAddress(this.asked.filter()));
  protected readonly fields: readonly Segment<SuggestedField>[] = [
    { value: 'category', label: 'Category' },
    { value: 'priority', label: 'Priority' },
  ];

  /** Who is asked now, as far as the figures tell. */
  protected readonly detail = computed(() => {
    const quality = this.quality();
    const [latest] = quality?.models ?? [];
    if (!quality || !latest) return '';
    return `${briefSuggesterWords(latest)}.${quality.measured ? ' Intervals are 95 %' : ''}`;
  });
  protected readonly narrowed = computed(() => {
    const { source = '', model = null, version = null } = this.asked.filter();
    const known = this.quality()?.models.find((one) => one.source === source && one.version === version);
    return suggesterWords({ source, model, version, made_at: known?.made_at ?? null });
  });
  protected readonly period = computed(() => {
    const { from, to } = this.asked.filter();
    const chosen = from || to ? null : (this.asked.period() ?? DEFAULT_PERIOD);
    const quality = this.quality();
    const days = quality ? `${shortDay(quality.from)} to ${shortDay(quality.to)}` : 'These days';
    return { chosen, words: chosen ? PERIOD_LABELS[chosen] : days };
  });
  protected readonly unmeasured = computed(() => {
    const quality = this.quality();
    return quality ? unmeasuredWords(quality) : null;
  });
  protected readonly words = computed(() => {
    const quality = this.quality();
    if (!quality) return null;
    const { acceptance, override, unbiased_accuracy: unbiased, coverage, abstention } = quality;
    const of = ({ part, of: all }: { part: number; of: number }) => `${countText(part)} of ${countText(all)}`;
    const silent = abstention.part === 0 ? '' : `, ${countText(abstention.part)} held back in doubt`;
    return {
      acceptance: `${of(acceptance)} kept as suggested`,
      override: `${of(override)} changed by a person`,
      unbiased: `${of(unbiased)} chosen without seeing it`,
      coverage: `${of(coverage)} got a suggestion${silent}`,
    };
  });
  protected readonly options = computed(() =>
    this.asked.field() === 'priority'
      ? PRIORITY_OPTIONS
      : this.categories.findable().map((category) => categoryOption(category)),
  );
  protected readonly lines = computed(() => {
    const quality = this.quality();
    return quality ? qualityLines(quality) : null;
  });
  protected readonly drift = computed(() => {
    const quality = this.quality();
    return quality ? driftLines(quality) : null;
  });
  /** What a cell's tickets are listed by: the very days of the figures. */
  protected readonly cellQuery = computed(() => {
    const { field, source, model, version } = this.asked.filter();
    const { from, to } = this.quality() ?? {};
    return { field, from, to, source, model, version };
  });

  protected reload(): void {
    this.answer.reload();
  }

  protected focusActions(): void {
    this.csvLink().nativeElement.focus();
  }
}
