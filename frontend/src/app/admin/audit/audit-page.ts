import { ChangeDetectionStrategy, Component, computed, inject, signal, viewChildren } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { AdminAuditApi } from '../../api/admin-audit-api';
import type { AuditFilter } from '../../api/admin-model';
import { People } from '../../api/people';
import { EmptyState } from '../../ui/empty-state';
import { PageHead } from '../frame/page-head';
import { Address } from '../../kit/list/address';
import { ChoiceChip } from '../../kit/list/choice-chip';
import { DayField } from '../../kit/list/day-field';
import { dayOf } from '../../kit/list/day-text';
import { FilterRow } from '../../kit/list/filter-row';
import { IgnoredBanner } from '../../kit/list/ignored-banner';
import { ListBody } from '../../kit/list/list-body';
import { ListChanges } from '../../kit/list/list-changes';
import { ListFollowing } from '../../kit/list/list-following';
import { Moment } from '../../ui/moment';
import { PagedList } from '../../kit/list/paged-list';
import { sameFilter } from '../../kit/list/same-filter';
import { personChoices } from '../../kit/list/choices';
import { ToggleChip } from '../../kit/list/toggle-chip';
import { spanOf } from './audit-days';
import { auditDetails } from './audit-details';
import { AuditEventLine } from './audit-event-line';
import { AUDIT_GROUPS, AUDIT_KINDS, ROUTINE_KINDS } from './audit-words';

/** Who did what and when, newest first; each event opens to what is known about it. */
@Component({
  selector: 'desk-audit-page',
  imports: [
    AuditEventLine,
    ChoiceChip,
    DayField,
    EmptyState,
    FilterRow,
    IgnoredBanner,
    ListBody,
    ListChanges,
    MatButton,
    MatIcon,
    Moment,
    PageHead,
    ToggleChip,
  ],
  providers: [Address],
  templateUrl: './audit-page.html',
  styleUrls: ['../frame/page.scss', './audit-page.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AuditPage {
  private readonly api = inject(AdminAuditApi);
  private readonly people = inject(People);
  protected readonly address = inject(Address);

  private readonly chips = viewChildren(ChoiceChip);
  protected readonly actor = computed(() => this.address.number('person'));
  protected readonly kind = computed(() => this.address.oneOf('kind', Object.keys(AUDIT_KINDS)));
  protected readonly signInsShown = computed(() => this.address.oneOf('sign_ins', ['shown']) !== undefined);
  /** Whoever asks for a kind gets it. */
  protected readonly withSignIns = computed(() => this.signInsShown() || this.kind() !== undefined);
  protected readonly from = computed(() => dayOf(this.address.text('from')));
  protected readonly to = computed(() => dayOf(this.address.text('to')));
  /** What of the address is understood. */
  protected readonly honoured = computed(() => ({
    person: this.actor()?.toString() ?? '',
    kind: this.kind() ?? '',
    from: this.from(),
    to: this.to(),
    sign_ins: this.signInsShown() ? 'shown' : '',
  }));
  private readonly filter = computed<AuditFilter>(
    () => ({
      actor: this.actor(),
      kind: this.kind(),
      except: this.withSignIns() ? undefined : ROUTINE_KINDS,
      ...spanOf(this.from(), this.to()),
    }),
    { equal: sameFilter },
  );
  protected readonly list = new PagedList(this.api.pages, this.filter);
  protected readonly following = new ListFollowing(this.list, this.api.pages, ['audit.changed']);
  protected readonly filtered = computed(() => {
    const { actor, kind, from, to } = this.filter();
    return [actor, kind, from, to].some((value) => value !== undefined);
  });
  protected readonly csv = computed(() => this.api.csvAddress(this.filter()));

  protected readonly actors = computed(() => personChoices(this.people.all()));
  protected readonly kinds = Object.entries(AUDIT_GROUPS).flatMap(([group, kinds]) =>
    kinds.map((value) => ({ value, label: AUDIT_KINDS[value] ?? value, group })),
  );
  protected readonly detail = `Newest first, in your time (${Intl.DateTimeFormat().resolvedOptions().timeZone})`;
  private readonly opened = signal<ReadonlySet<number>>(new Set());
  protected readonly rows = computed(() =>
    this.list.items().map((event) => {
      const open = this.opened().has(event.id);
      return { event, open, details: open ? auditDetails(event, (id) => this.people.name(id)) : [] };
    }),
  );

  protected toggle(id: number): void {
    this.opened.update((all) => {
      const opened = new Set(all);
      if (!opened.delete(id)) opened.add(id);
      return opened;
    });
  }

  protected clear(): void {
    this.focusFilters();
    this.address.change({ person: null, kind: null, from: null, to: null });
  }

  protected focusFilters(): void {
    this.chips()[0]?.focus();
  }
}
