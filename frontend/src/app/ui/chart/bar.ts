import type { Params } from '@angular/router';
import type { Priority } from '../../api/model';
import type { ValueOption } from '../vocabulary';

/** One bar of a list: a value, how many have it, and where to find them. */
export interface Bar {
  option: ValueOption;
  count: number;
  /** What they are of all: "21 %". */
  share: string;
  /** Of the longest bar, 0 to 100. */
  length: number;
  /** The colour of a priority where the bar stands for one. */
  tone: Priority | null;
  link: { path: string; query: Params };
}
