import { Injectable, computed, inject } from '@angular/core';
import type { QualityFilter, QualityPeriod, SuggestedField } from '../../api/admin-model';
import { Address } from '../../kit/list/address';
import { dayOf } from '../../kit/list/day-text';
import { sameFilter } from '../../kit/list/same-filter';
import { DEFAULT_PERIOD, PERIOD_LABELS } from './quality-words';

const FIELDS: readonly SuggestedField[] = ['category', 'priority'];

/** Which suggestions a page is about, as its address says it. Provided by the page, beside its `Address`. */
@Injectable()
export class QualityAddress {
  private readonly address = inject(Address);

  readonly field = computed(() => this.address.oneOf('field', FIELDS) ?? 'category');
  readonly period = computed(() => this.address.oneOf('period', Object.keys(PERIOD_LABELS) as QualityPeriod[]));
  /** The API asks for exactly this. */
  readonly filter = computed<QualityFilter>(
    () => {
      const [from, to] = [dayOf(this.address.text('from')), dayOf(this.address.text('to'))];
      const days =
        from || to ? { from: from || undefined, to: to || undefined } : { period: this.period() ?? DEFAULT_PERIOD };
      const [source, model, version] = [
        this.address.text('source'),
        this.address.text('model'),
        this.address.text('version'),
      ];
      const by = { source: source || undefined, model: model || undefined, version: version || undefined };
      return { field: this.field(), ...days, tz: Intl.DateTimeFormat().resolvedOptions().timeZone, ...by };
    },
    { equal: sameFilter },
  );
  /** Whether it is about one model alone. */
  readonly isNarrowed = computed(() => {
    const { source, model, version } = this.filter();
    return [source, model, version].some((value) => value !== undefined);
  });
  /** What of the address is understood. */
  readonly honoured = computed<Readonly<Record<string, string>>>(() => {
    const { from = '', to = '', source = '', model = '', version = '' } = this.filter();
    const period = from || to ? '' : (this.period() ?? '');
    return { field: this.address.oneOf('field', FIELDS) ?? '', period, from, to, source, model, version };
  });

  chooseField(field: SuggestedField): void {
    this.address.change({ field: field === 'category' ? null : field });
  }

  choosePeriod(period: QualityPeriod): void {
    this.address.change({ period: period === DEFAULT_PERIOD ? null : period, from: null, to: null });
  }

  /** Every model again. */
  widen(): void {
    this.address.change({ source: null, model: null, version: null });
  }
}
