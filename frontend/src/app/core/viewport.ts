import { Injectable } from '@angular/core';
import { mediaSignal } from './media';

/** The layouts, for what a media query in a style sheet cannot decide. */
@Injectable({ providedIn: 'root' })
export class Viewport {
  /** Below 600 px: cards, bottom navigation, full-screen detail and dialogs. */
  readonly compact = mediaSignal('(max-width: 599px)');
  /** From 1200 px: the list and the detail side by side. */
  readonly expanded = mediaSignal('(min-width: 1200px)');
  /** Lower than 560 px and no phone, as a window is at a zoom of 200 %: rows and heads are lower. */
  readonly low = mediaSignal('(max-height: 560px) and (min-width: 600px)');
}
