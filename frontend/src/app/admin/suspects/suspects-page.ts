import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  ElementRef,
  computed,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Router, RouterLink } from '@angular/router';
import type { Suspect } from '../../api/admin-model';
import { AdminSuspectsApi } from '../../api/admin-suspects-api';
import { Categories } from '../../api/categories';
import { lastValue } from '../../api/last-value';
import { KeyboardShortcuts, type Shortcut } from '../../core/keyboard-shortcuts';
import { ListBody } from '../../kit/list/list-body';
import { ListChanges } from '../../kit/list/list-changes';
import { type ListState, NO_MORE } from '../../kit/list/list-state';
import { SteadyRows } from '../../kit/list/steady-rows';
import { WholeList } from '../../kit/list/whole-list';
import { ConfidenceMeter } from '../../ui/confidence-meter';
import { EmptyState } from '../../ui/empty-state';
import { FirstGuess } from '../../ui/first-guess';
import { KeyCap } from '../../ui/key-cap';
import { countText } from '../../ui/numbers';
import { QuotedWords } from '../../ui/quoted-words';
import { ValuePicker } from '../../ui/value-picker';
import { ValueTag } from '../../ui/value-tag';
import { type ValueOption, categoryOption } from '../../ui/vocabulary';
import { PageHead } from '../frame/page-head';
import { SuspectDecisions } from './suspect-decisions';

/** So many are shown at a time: a list that can be worked off. */
const AT_A_TIME = 10;
/** Nothing can be said of fewer decided tickets. */
const JUDGED_FROM = 20;

/** The tickets that look filed wrongly: one key moves each to where the desk thinks it belongs, one keeps it where it is. */
@Component({
  selector: 'desk-suspects-page',
  imports: [
    ConfidenceMeter,
    EmptyState,
    FirstGuess,
    KeyCap,
    ListBody,
    ListChanges,
    MatButton,
    MatIcon,
    PageHead,
    QuotedWords,
    RouterLink,
    ValuePicker,
    ValueTag,
  ],
  templateUrl: './suspects-page.html',
  styleUrls: ['../frame/page.scss', './suspects-page.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SuspectsPage {
  private readonly categories = inject(Categories);
  private readonly decisions = inject(SuspectDecisions);
  private readonly router = inject(Router);
  private readonly answer = inject(AdminSuspectsApi).list();
  private readonly back = viewChild.required<unknown, ElementRef<HTMLElement>>('back', { read: ElementRef });

  private readonly known = lastValue(this.answer);
  private readonly whole = new WholeList(this.answer);
  /** Decided about on this page, and not undone. */
  private readonly decided = signal<ReadonlySet<number>>(new Set());
  private readonly chosen = signal<number | null>(null);

  protected readonly measured = computed(() => this.known()?.measured === true);
  /** Keys act on them wherever pointer and focus are: they never move by themselves. */
  protected readonly steady = new SteadyRows(this.whole.items, ({ ticket }) => ticket, { taken: this.decided });
  private readonly left = this.steady.rows;
  protected readonly list: ListState = {
    ...NO_MORE,
    items: this.left,
    ready: this.whole.ready,
    loading: this.whole.loading,
    error: this.whole.error,
    reload: () => this.whole.reload(),
  };
  protected readonly rows = computed(() =>
    this.left()
      .slice(0, AT_A_TIME)
      .map((suspect) => ({
        suspect,
        filed: this.optionOf(suspect.category),
        likelier: this.optionOf(suspect.suggested_category),
        gone: this.steady.isGone(suspect),
      })),
  );
  protected readonly options = computed(() => this.categories.active().map((category) => categoryOption(category)));
  /** The row that keys act on. */
  protected readonly current = computed(() => {
    const rows = this.rows();
    return rows.find(({ suspect }) => suspect.ticket === this.chosen()) ?? rows[0];
  });
  protected readonly detail = computed(() => {
    const [known, left] = [this.known(), this.left()];
    if (!known) return '';
    const found = left.length === 1 ? '1 ticket looks' : `${countText(left.length)} tickets look`;
    return `${found} filed wrongly among ${countText(known.judged)}`;
  });
  protected readonly rest = computed(() => Math.max(0, this.left().length - AT_A_TIME));
  protected readonly none = computed(() =>
    (this.known()?.judged ?? 0) < JUDGED_FROM
      ? 'The desk looks for them each time it learns, once people have decided about 20 tickets.'
      : 'The desk looks again each time it learns from decided tickets.',
  );

  constructor() {
    const key = (name: string, label: string, run: () => void): Shortcut => ({
      key: name,
      label,
      group: 'Filed wrongly',
      run,
    });
    inject(KeyboardShortcuts).register(
      [
        key('1', 'Move it where the desk thinks it belongs', () =>
          this.onCurrent((row) => this.move(row.suspect, row.likelier)),
        ),
        key('2', 'Keep it where it is', () => this.onCurrent((row) => this.keep(row.suspect))),
        key('j', 'Next', () => this.step(1)),
        key('k', 'Previous', () => this.step(-1)),
        key('o', 'Open the ticket', () =>
          this.onCurrent(({ suspect }) => void this.router.navigate(['/tickets', suspect.ticket])),
        ),
      ],
      inject(DestroyRef),
    );
  }

  protected choose(suspect: Suspect): void {
    this.chosen.set(suspect.ticket);
  }

  protected move(suspect: Suspect, option: ValueOption): void {
    this.decide(suspect, () =>
      this.decisions.move(suspect, option, (version) => this.putBack({ ...suspect, version })),
    );
  }

  protected keep(suspect: Suspect): void {
    this.decide(suspect, () => this.decisions.keep(suspect, (version) => this.putBack({ ...suspect, version })));
  }

  protected focusBack(): void {
    this.back().nativeElement.focus();
  }

  /** The next one takes its place, for the keys too. */
  private decide(suspect: Suspect, save: () => void): void {
    const rows = this.left();
    const at = rows.findIndex(({ ticket }) => ticket === suspect.ticket);
    if (this.current()?.suspect.ticket === suspect.ticket) this.chosen.set(rows[at + 1]?.ticket ?? null);
    this.decided.update((all) => new Set([...all, suspect.ticket]));
    save();
  }

  /** It is undone or was not saved: it is back at once, to be decided again, and read again, since others may have changed it. */
  private putBack(suspect: Suspect): void {
    const { ticket } = suspect;
    const known = this.whole.items();
    const isKnown = known.some((other) => other.ticket === ticket);
    this.whole.set(isKnown ? known.map((other) => (other.ticket === ticket ? suspect : other)) : [suspect, ...known]);
    this.steady.bring(ticket);
    this.decided.update((all) => new Set([...all].filter((one) => one !== ticket)));
    this.chosen.set(ticket);
    this.whole.reload();
  }

  private onCurrent(act: (row: NonNullable<ReturnType<typeof this.current>>) => void): void {
    const row = this.current();
    if (row) act(row);
  }

  private step(by: number): void {
    const rows = this.rows();
    const at = rows.findIndex(({ suspect }) => suspect.ticket === this.current()?.suspect.ticket);
    const next = rows[at + by];
    if (next) this.chosen.set(next.suspect.ticket);
  }

  private optionOf(key: string): ValueOption {
    return categoryOption({ key, label: this.categories.label(key) });
  }
}
