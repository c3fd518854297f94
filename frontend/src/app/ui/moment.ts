import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { fullTime } from './age-words';
import { dayWords, minuteWords } from './moment-words';

/** A day, or a day and a time, in the reader's own time zone; everything on hover. */
@Component({
  selector: 'desk-moment',
  template: `<time [attr.datetime]="at()" [title]="full()">{{ words() }}</time>`,
  styles: `
    time {
      white-space: nowrap;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Moment {
  /** An ISO time. */
  readonly at = input.required<string>();
  readonly show = input<'day' | 'minute'>('minute');

  private readonly time = computed(() => Date.parse(this.at()));
  protected readonly full = computed(() => fullTime(this.time()));
  protected readonly words = computed(() => (this.show() === 'day' ? dayWords : minuteWords)(this.time()));
}
