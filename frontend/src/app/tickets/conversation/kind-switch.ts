import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import type { MessageKind } from '../../api/conversation-model';

const CHOICES = [
  { value: 'reply', label: 'Reply', icon: 'reply', on: 'reply' },
  { value: 'note', label: 'Note', icon: 'lock', on: 'lock-fill' },
] as const;

/** Whether what is written goes to the customer or stays at the desk. */
@Component({
  selector: 'desk-kind-switch',
  imports: [MatIcon],
  template: `
    <fieldset>
      <legend class="sr">What you write</legend>
      @for (choice of choices; track choice.value) {
        <label [class]="choice.value" [class.on]="kind() === choice.value">
          <input
            type="radio"
            class="sr"
            name="desk-kind-switch"
            [value]="choice.value"
            [checked]="kind() === choice.value"
            (change)="changed.emit(choice.value)"
          />
          <mat-icon class="icon-16" [svgIcon]="kind() === choice.value ? choice.on : choice.icon" />
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
      padding: 0 12px;
      color: var(--mat-sys-on-surface);
      font: var(--mat-sys-label-large);
      letter-spacing: var(--mat-sys-label-large-tracking);
      cursor: pointer;
    }

    label:first-of-type {
      border-radius: 15px 0 0 15px;
    }

    label:last-of-type {
      border-left: 1px solid var(--mat-sys-outline);
      border-radius: 0 15px 15px 0;
    }

    .reply.on {
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
export class KindSwitch {
  readonly kind = input.required<MessageKind>();
  readonly changed = output<MessageKind>();
  protected readonly choices = CHOICES;
}
