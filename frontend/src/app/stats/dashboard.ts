import { ChangeDetectionStrategy, Component } from '@angular/core';

/** The figures of the whole desk. */
@Component({
  selector: 'desk-dashboard',
  template: `<h1 class="t-headline">Dashboard</h1>`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Dashboard {}
