import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import type { AuditEvent } from '../../api/admin-model';
import { Categories } from '../../api/categories';
import { People } from '../../api/people';
import { authorIcon } from '../../ui/author';
import { Avatar } from '../../ui/avatar';
import type { Names } from '../../ui/names';
import { auditSentence } from './audit-words';

/** An event as a sentence, with the face of who did it. */
@Component({
  selector: 'desk-audit-event-line',
  imports: [Avatar, MatIcon],
  template: `
    @let it = sentence();
    @if (event().actor; as person) {
      <desk-avatar decorative [person]="person" [name]="it.who" />
    } @else {
      <span class="nobody"><mat-icon class="icon-16" [svgIcon]="icon()" /></span>
    }
    <span
      ><b>{{ it.who }}</b> {{ it.deed }}
      @if (it.subject) {
        <b>{{ it.subject }}</b>
      }
      {{ it.rest }}</span
    >
  `,
  styles: `
    :host {
      --avatar-size: 24px;

      display: flex;
      align-items: center;
      gap: 12px;
      min-width: 0;
      color: var(--mat-sys-on-surface-variant);
      font: var(--mat-sys-body-medium);
      overflow-wrap: anywhere;
    }

    .nobody {
      display: grid;
      flex: none;
      place-items: center;
      width: 24px;
      height: 24px;
      border-radius: 50%;
      background: var(--mat-sys-surface-container-high);
    }

    b {
      color: var(--mat-sys-on-surface);
      font-weight: 500;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AuditEventLine {
  private readonly categories = inject(Categories);
  private readonly people = inject(People);
  private readonly names: Names = {
    category: (key) => this.categories.label(key),
    person: (id) => this.people.name(id),
  };
  readonly event = input.required<AuditEvent>();
  protected readonly icon = computed(() => authorIcon(this.event()));
  protected readonly sentence = computed(() => auditSentence(this.event(), this.names));
}
