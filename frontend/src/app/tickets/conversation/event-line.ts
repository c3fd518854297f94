import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { fullTime } from '../../ui/age-words';
import { Clock } from '../../ui/clock';
import { confidencePercent } from '../../ui/confidence';
import type { IconName } from '../../ui/icon-set';
import { shortMoment } from '../../ui/moment-words';
import { Token } from '../../ui/token';
import { ValueTag } from '../../ui/value-tag';
import type { TimelineEntry } from '../history/timeline';

/** Something that happened between messages, in one quiet line: who, what and when; the desk's proposals are dashed. */
@Component({
  selector: 'desk-event-line',
  imports: [MatIcon, Token, ValueTag],
  templateUrl: './event-line.html',
  styleUrl: './event-line.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EventLine {
  readonly event = input.required<TimelineEntry>();

  private readonly clock = inject(Clock);
  protected readonly percent = confidencePercent;
  protected readonly time = computed(() => {
    const at = Date.parse(this.event().at);
    return { short: shortMoment(at, this.clock.now()), full: fullTime(at) };
  });
  protected readonly icon = computed<string>(() => {
    const { by, icon, title } = this.event();
    if (typeof by !== 'number') return icon;
    return (title ? 'edit' : 'history') satisfies IconName;
  });
}
