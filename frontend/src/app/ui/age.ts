import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { ageInWords, fullTime, shortAge } from './age-words';
import { Clock } from './clock';

/** How long ago something was, kept up to date: "4m" to the eye, "4 minutes ago" to the ear, the full time on hover. */
@Component({
  selector: 'desk-age',
  template: `
    <time [attr.datetime]="at()" [title]="full()"
      ><span aria-hidden="true">{{ short() }}</span
      ><span class="sr">{{ words() }}</span></time
    >
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Age {
  /** An ISO time. */
  readonly at = input.required<string>();

  private readonly clock = inject(Clock);
  private readonly time = computed(() => Date.parse(this.at()));
  protected readonly short = computed(() => shortAge(this.time(), this.clock.now()));
  protected readonly words = computed(() => ageInWords(this.time(), this.clock.now()));
  protected readonly full = computed(() => fullTime(this.time()));
}
