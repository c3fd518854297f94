import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Banner } from '../../ui/banner';
import type { Failure } from './failure';

/** Why something was not done, by the form or question that stays open. Put a button for the way out inside. */
@Component({
  selector: 'desk-failure-banner',
  imports: [Banner],
  template: `
    @let it = failure();
    <desk-banner kind="error">
      {{ what() }} {{ it.why }}
      @if (it.requestId; as id) {
        If it happens again, mention request <code>{{ id }}</code>.
      }
      <ng-content ngProjectAs="button" />
    </desk-banner>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FailureBanner {
  readonly failure = input.required<Failure>();
  /** A sentence: "The user was not created." */
  readonly what = input('');
}
