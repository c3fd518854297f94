import { ChangeDetectionStrategy, Component } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { Avatar } from '../../ui/avatar';
import { CategoryTag } from '../../ui/category-tag';
import { PriorityTag } from '../../ui/priority-tag';
import { Token } from '../../ui/token';

/** What the desk is about, in a picture of fixed sample text; it shows no data of the desk. */
@Component({
  selector: 'desk-front-art',
  imports: [Avatar, CategoryTag, MatIcon, PriorityTag, Token],
  templateUrl: './front-art.html',
  styleUrl: './front-art.scss',
  host: { role: 'complementary', 'aria-label': 'What the desk is about' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FrontArt {}
