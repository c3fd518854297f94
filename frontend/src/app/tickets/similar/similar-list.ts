import { ChangeDetectionStrategy, Component, booleanAttribute, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Categories } from '../../api/categories';
import type { SimilarTicket } from '../../api/model';
import { CategoryTag } from '../../ui/category-tag';
import { PriorityTag } from '../../ui/priority-tag';
import { StatusTag } from '../../ui/status-tag';

/** What is told of a similar ticket; some lists tell no status. */
type Listed = Pick<SimilarTicket, 'id' | 'title' | 'category' | 'priority'> & Partial<Pick<SimilarTicket, 'status'>>;

/** Similar tickets, each a link: in place, or in a tab of its own where something would be lost. */
@Component({
  selector: 'desk-similar-list',
  imports: [CategoryTag, PriorityTag, RouterLink, StatusTag],
  templateUrl: './similar-list.html',
  styleUrl: './similar-list.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SimilarList {
  readonly tickets = input.required<readonly Listed[]>();
  /** Links open a tab of their own. */
  readonly apart = input(false, { transform: booleanAttribute });

  protected readonly categories = inject(Categories);
}
