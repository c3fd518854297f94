import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  afterNextRender,
  computed,
  inject,
  input,
  output,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import type { ProposedServers as Proposal } from '../../api/admin-model';
import { focusField } from '../../kit/forms/focus-field';

/** What mails in a mailbox came through, and the way to rely on it: whether it is one's own is for a person to know. */
@Component({
  selector: 'desk-proposed-servers',
  imports: [MatButton, MatIcon],
  template: `
    <div class="small" role="status">
      <p>
        @if (proposal().relays.length > 0) {
          All mails that were looked at came through <b>{{ proposal().relays.join(', ') }}</b>.
        }
        @if (proposal().authserv_id; as id) {
          Mails arrive with Authentication-Results of <b>{{ id }}</b>.
        }
        If these are servers of yours or of your provider, believe them: then the desk sees who really delivers a mail.
        @if (fixed()) {
          Put this behind its address in <code>MAILBOXES</code>: <code>{{ query() }}</code>
        }
      </p>
      @if (!fixed()) {
        <button matButton="tonal" class="button-small" type="button" (click)="take()">
          <mat-icon svgIcon="check" />Believe them
        </button>
      }
    </div>
  `,
  styles: `
    :host {
      display: block;
    }

    div {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 8px 16px;
      padding: 12px 16px;
      border-radius: 8px;
      background: var(--mat-sys-surface-container);
      color: var(--mat-sys-on-surface);
      overflow-wrap: anywhere;
    }

    p {
      flex: 1 1 260px;
      min-width: 0;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProposedServers {
  readonly proposal = input.required<Proposal>();
  /** Of a mailbox that is set where the desk is installed. */
  readonly fixed = input(false);
  readonly taken = output<Proposal>();

  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly query = computed(() => {
    const { authserv_id: id, relays } = this.proposal();
    const said = [...(id ? [`authserv_id=${id}`] : []), ...(relays.length > 0 ? [`relays=${relays.join(',')}`] : [])];
    return `?${said.join('&')}`;
  });

  constructor() {
    // It comes below the steps of the test, which fill the dialog.
    afterNextRender(() => this.element.nativeElement.scrollIntoView({ block: 'nearest' }));
  }

  /** The box goes with that: who used the keyboard goes on where the servers stand now. */
  protected take(): void {
    const name = this.proposal().relays.length > 0 ? 'relays' : 'authserv_id';
    this.taken.emit(this.proposal());
    focusField(this.element.nativeElement, name);
  }
}
