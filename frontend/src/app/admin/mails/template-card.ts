import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { AdminMailSetupApi } from '../../api/admin-mail-setup-api';
import type { MailTemplate, MailTemplateKind } from '../../api/admin-model';
import { lastValue } from '../../api/last-value';
import { readableProblem } from '../../api/problem-error';
import { Notifications } from '../../core/notifications';
import { Dialogs } from '../../kit/dialogs/dialogs';
import { Banner } from '../../ui/banner';
import { TryAgain } from '../../ui/try-again';
import { TemplateDialog } from './template-dialog';
import { TEMPLATE_WORDING } from './template-words';

/** How mails of a kind look: what it is, and the ways to change it. */
@Component({
  selector: 'desk-template-card',
  imports: [Banner, MatButton, MatIcon, MatIconButton, MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger, TryAgain],
  template: `
    <header>
      <h2 class="t-medium">{{ words().name }}</h2>
      <p class="small quiet">{{ words().about }}</p>
    </header>
    @if (problem(); as failure) {
      <desk-banner>
        The template of {{ words().name.toLowerCase() }} could not be {{ template() ? 'refreshed' : 'loaded' }}.
        {{ failure.message }}
        <desk-try-again [failed]="failure" (again)="resource.reload()" />
      </desk-banner>
    }
    @if (template(); as one) {
      <ul>
        <li>
          <mat-icon class="icon-20 glyph" svgIcon="article" />
          <div class="main">
            <p class="name">{{ one.subject }}</p>
            <p class="small quiet">{{ one.is_default ? words().byDefault : 'Changed here' }}</p>
          </div>
          @if (one.is_default) {
            <button matButton="tonal" class="button-small" type="button" (click)="edit(one)">
              Change<span class="sr"> {{ words().object }}</span>
            </button>
          } @else {
            <button
              matIconButton
              type="button"
              [attr.aria-label]="'Actions for the template of ' + words().name.toLowerCase()"
              [matMenuTriggerFor]="menu"
            >
              <mat-icon svgIcon="more_vert" />
            </button>
            <mat-menu
              #menu="matMenu"
              class="desk-value-menu"
              [aria-label]="'Actions for the template of ' + words().name.toLowerCase()"
            >
              <ng-template matMenuContent>
                <button mat-menu-item (click)="edit(one)"><mat-icon svgIcon="edit" />Edit with preview</button>
                <button mat-menu-item (click)="reset(one)"><mat-icon svgIcon="undo" />As the desk brings it</button>
              </ng-template>
            </mat-menu>
          }
        </li>
      </ul>
    }
  `,
  styleUrl: './set-up-card.scss',
  styles: `
    header {
      border-top: 1px solid var(--desk-hairline);
    }

    /* Its edge stands below those of the buttons above. */
    li > .button-small {
      margin-right: 8px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TemplateCard {
  readonly kind = input.required<MailTemplateKind>();
  private readonly api = inject(AdminMailSetupApi);
  private readonly dialogs = inject(Dialogs);
  private readonly notifications = inject(Notifications);
  protected readonly resource = this.api.template(this.kind);
  protected readonly words = computed(() => TEMPLATE_WORDING[this.kind()]);
  protected readonly template = lastValue(this.resource);
  protected readonly problem = computed(() => readableProblem(this.resource.error()));

  protected edit(template: MailTemplate): void {
    this.dialogs.form<TemplateDialog, MailTemplate>(TemplateDialog, template, '1040px').subscribe(() => {
      this.notifications.show(this.words().saved);
      this.resource.reload();
    });
  }

  protected reset({ kind, version }: MailTemplate): void {
    const { name } = this.words();
    const question = {
      heading: `Have ${name.toLowerCase()} look as the desk brings them?`,
      consequences: ['The subject and the words that are set here are gone.'],
      confirm: 'Reset',
      danger: true,
      run: () => this.api.resetTemplate(kind, version),
    };
    this.dialogs.confirm(question).subscribe(() => {
      this.notifications.show(`${name} look as the desk brings them`);
      this.resource.reload();
    });
  }
}
