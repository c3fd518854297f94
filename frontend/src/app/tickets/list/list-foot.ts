import { ChangeDetectionStrategy, Component } from '@angular/core';
import { KeyCap } from '../../ui/key-cap';

/** The keys of the list, at its foot. */
@Component({
  selector: 'desk-list-foot',
  imports: [KeyCap],
  template: `
    <span><desk-key-cap>J</desk-key-cap> <desk-key-cap>K</desk-key-cap> move</span>
    <span><desk-key-cap>S</desk-key-cap> status</span>
    <span><desk-key-cap>P</desk-key-cap> priority</span>
    <span><desk-key-cap>A</desk-key-cap> assign</span>
    <span class="end"><desk-key-cap>?</desk-key-cap> all shortcuts</span>
  `,
  styles: `
    :host {
      display: flex;
      flex: none;
      align-items: center;
      gap: 16px;
      height: 36px;
      padding: 0 20px;
      overflow: hidden;
      border-top: 1px solid var(--desk-hairline);
      color: var(--desk-quiet);
      font: var(--mat-sys-body-small);
      font-size: 12px;
      white-space: nowrap;
    }

    span {
      display: inline-flex;
      align-items: center;
      gap: 6px;
    }

    .end {
      margin-left: auto;
    }

    // Keys are of no use to a finger, and where there is little height it is for rows.
    @media (max-width: 599px), (max-height: 560px) {
      :host {
        display: none;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ListFoot {}
