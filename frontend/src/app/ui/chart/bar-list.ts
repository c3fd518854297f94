import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { countText } from '../numbers';
import { Skeleton } from '../skeleton';
import { ValueTag } from '../value-tag';
import type { Bar } from './bar';

/** Bars that lead to what they count. Without bars it keeps the place of four. */
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
  /** What is counted, read after each count: "tickets". */
  readonly unit = input.required<string>();
  /** Null while they are loading. */
  readonly bars = input.required<readonly Bar[] | null>();

  protected readonly countText = countText;
}
