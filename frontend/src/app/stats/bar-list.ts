import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { countText } from '../ui/numbers';
import { Skeleton } from '../ui/skeleton';
import { ValueTag } from '../ui/value-tag';
import type { Bar } from './bars';

/** Bars that lead to their tickets. Without bars it keeps the place of four. */
@Component({
  selector: 'desk-bar-list',
  imports: [MatIcon, RouterLink, Skeleton, ValueTag],
  templateUrl: './bar-list.html',
  styleUrl: './bar-list.scss',
  host: { class: 'pane' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BarList {
  readonly heading = input.required<string>();
  readonly hint = input('');
  /** Null while they are loading. */
  readonly bars = input.required<readonly Bar[] | null>();

  protected readonly countText = countText;

  /** The filter of the tickets a bar stands for. */
  protected filterOf({ option }: Bar): Record<string, string> {
    return { [option.kind]: option.value };
  }
}
