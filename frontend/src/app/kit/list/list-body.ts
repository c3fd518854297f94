import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatProgressBar } from '@angular/material/progress-bar';
import { Banner } from '../../ui/banner';
import { ErrorState } from '../../ui/error-state';
import { TryAgain } from '../../ui/try-again';
import type { ListState } from './list-state';
import { RowSkeletons } from './row-skeletons';

/**
 * Everything around the rows of a list: what stands there before they come, instead of them and after them. The rows
 * go inside; what to say when there are none carries the attribute `empty`.
 */
@Component({
  selector: 'desk-list-body',
  imports: [Banner, ErrorState, MatButton, MatProgressBar, RowSkeletons, TryAgain],
  templateUrl: './list-body.html',
  styleUrl: './list-body.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ListBody {
  readonly list = input.required<ListState>();
  /** What is listed, in the plural: "people". */
  readonly noun = input.required<string>();
  /** A button that was used goes away: the focus needs another place. */
  readonly used = output();

  protected retry(): void {
    this.used.emit();
    this.list().reload();
  }
}
