import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { MatIcon } from '@angular/material/icon';

/** One of the few things to switch between. */
export interface Segment<Value extends string = string> {
  value: Value;
  label: string;
  /** Shown beside the label in place of the mark of what is on; `on` while it is. */
  icon?: { off: string; on: string };
  /** The colours while it is on: those of the desk's own notes, in place of those of a choice. */
  tone?: 'note';
}

let ids = 0;

/** A choice of a few that shows all of them, of which one is on. */
@Component({
  selector: 'desk-segment-switch',
  imports: [MatIcon],
  template: `
    <fieldset>
      <legend class="sr">{{ legend() }}</legend>
      @for (choice of choices(); track choice.value) {
        <label [class]="choice.tone" [class.on]="chosen() === choice.value">
          <input
            type="radio"
            class="sr"
            [name]="name"
            [value]="choice.value"
            [checked]="chosen() === choice.value"
            (change)="changed.emit(choice.value)"
          />
          @if (choice.icon; as icon) {
            <mat-icon class="icon-16" [svgIcon]="chosen() === choice.value ? icon.on : icon.off" />
          } @else if (chosen() === choice.value) {
            <mat-icon class="icon-18" svgIcon="check" />
          }
          {{ choice.label }}
        </label>
      }
    </fieldset>
  `,
  styles: `
    fieldset {
      display: inline-flex;
      margin: 0;
      padding: 0;
      border: 1px solid var(--mat-sys-outline);
      border-radius: 16px;
    }

    label {
      position: relative;
      display: inline-flex;
      align-items: center;
      gap: 6px;
      height: 30px;
      padding: 0 14px;
      color: var(--mat-sys-on-surface);
      font: var(--mat-sys-label-large);
      letter-spacing: var(--mat-sys-label-large-tracking);
      cursor: pointer;
    }

    label:first-of-type {
      border-radius: 15px 0 0 15px;
    }

    label:not(:first-of-type) {
      border-left: 1px solid var(--mat-sys-outline);
    }

    label:last-of-type {
      border-radius: 0 15px 15px 0;
    }

    .on {
      background: var(--mat-sys-secondary-container);
      color: var(--mat-sys-on-secondary-container);
    }

    .note.on {
      background: var(--desk-note-band);
      color: var(--desk-on-note);
    }

    fieldset:has(input:focus-visible) {
      outline: 2px solid var(--mat-sys-primary);
      outline-offset: 2px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SegmentSwitch<Value extends string> {
  /** What is chosen here, read aloud. */
  readonly legend = input.required<string>();
  readonly choices = input.required<readonly Segment<Value>[]>();
  readonly chosen = input.required<Value>();
  readonly changed = output<Value>();

  protected readonly name = `desk-segment-switch-${ids++}`;
}
