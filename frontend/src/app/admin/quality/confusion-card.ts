import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { type Params, RouterLink } from '@angular/router';
import type { Quality } from '../../api/admin-model';
import { countText } from '../../ui/numbers';
import { Skeleton } from '../../ui/skeleton';
import { ValueTag } from '../../ui/value-tag';
import type { ValueOption } from '../../ui/vocabulary';
import { type MatrixCell, matrixOf, worstMiss } from './confusion';

/** What was suggested against what people chose; each cell leads to its tickets. */
@Component({
  selector: 'desk-confusion-card',
  imports: [MatIcon, RouterLink, Skeleton, ValueTag],
  templateUrl: './confusion-card.html',
  styleUrl: './confusion-card.scss',
  host: { class: 'pane' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConfusionCard {
  /** Undefined while it is loading. */
  readonly cells = input.required<Quality['confusion'] | undefined>();
  /** The values there are, in their order. */
  readonly options = input.required<readonly ValueOption[]>();
  /** Whether shares may be told. */
  readonly measured = input.required<boolean>();
  /** What the tickets of a cell are listed by, besides the cell. */
  readonly query = input.required<Params>();

  protected readonly rows = computed(() => matrixOf(this.cells() ?? [], this.options()));
  protected readonly worst = computed(() => worstMiss(this.rows()));
  protected readonly total = computed(() => countText((this.cells() ?? []).reduce((sum, { count }) => sum + count, 0)));

  protected queryOf({ suggested, chosen }: MatrixCell): Params {
    return { ...this.query(), suggested: suggested.value, chosen: chosen.value };
  }

  protected nameOf({ chosen, suggested }: MatrixCell): string {
    return `tickets: ${chosen.label}, suggested as ${suggested.label}`;
  }
}
