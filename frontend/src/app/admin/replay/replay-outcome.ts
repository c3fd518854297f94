import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ReplayDetails, ReplayTicket } from '../../api/admin-model';
import { Categories } from '../../api/categories';
import { type Segment, SegmentSwitch } from '../../ui/segment-switch';
import { priorityLabel } from '../../ui/vocabulary';
import { figureRows, measuredLines, sideWords } from './replay-words';

type Field = ReplayTicket['field'];

const COLUMNS = ['Baseline', 'Candidate', 'Difference'];

/** What came of a replay, in words and figures, and some of the tickets on which both sides differ. */
@Component({
  selector: 'desk-replay-outcome',
  imports: [RouterLink, SegmentSwitch],
  templateUrl: './replay-outcome.html',
  styleUrl: './replay-outcome.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReplayOutcome {
  private readonly categories = inject(Categories);
  readonly replay = input.required<ReplayDetails>();

  protected readonly field = signal<Field>('category');
  protected readonly fields: readonly Segment<Field>[] = [
    { value: 'category', label: 'Category' },
    { value: 'priority', label: 'Priority' },
  ];
  protected readonly words = computed(() => {
    const { baseline, candidate } = this.replay().plan;
    return { baseline: sideWords(baseline), candidate: sideWords(candidate) };
  });
  protected readonly rows = computed(() => {
    const { result } = this.replay();
    if (!result) return [];
    return figureRows(result[this.field()]).map(({ label, baseline, candidate, difference }) => ({
      label,
      cells: [baseline, candidate, difference].map((cell, at) => ({ ...cell, label: COLUMNS[at] })),
    }));
  });
  protected readonly measured = computed(() => {
    const { result } = this.replay();
    return result ? measuredLines(result) : [];
  });
  protected readonly differing = computed(() =>
    this.replay()
      .differing.filter(({ field }) => field === this.field())
      .map((one) => ({ one, words: this.differingWords(one) })),
  );

  private differingWords({ field, decided, baseline, candidate }: ReplayTicket): string {
    const label = (value: string) => (field === 'category' ? this.categories.label(value) : priorityLabel(value));
    const said = ({ value, options }: ReplayTicket['baseline']) =>
      options.length === 0 ? `nothing, holds ${label(value)} likeliest` : options.map(label).join(' or ');
    return `Decided ${label(decided)}; baseline said ${said(baseline)}; candidate said ${said(candidate)}.`;
  }
}
