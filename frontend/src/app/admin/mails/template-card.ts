import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { AdminMailSetupApi } from '../../api/admin-mail-setup-api';
import type { MailTemplate } from '../../api/admin-model';
import { lastValue } from '../../api/last-value';
import { readableProblem } from '../../api/problem-error';
import { Notifications } from '../../core/notifications';
import { Dialogs } from '../../kit/dialogs/dialogs';
import { Banner } from '../../ui/banner';
import { TryAgain } from '../../ui/try-again';
import { TemplateDialog } from './template-dialog';

/** What stands around answers in mails: what it is, and the ways to change it. */
@Component({
  selector: 'desk-template-card',
  imports: [Banner, MatButton, MatIcon, MatIconButton, MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger, TryAgain],
  template: `
    <header>
      <h2 class="t-medium">Answers</h2>
      <p class="small quiet">What stands around them in mails</p>
    </header>
    @if (problem(); as failure) {
      <desk-banner>
        What stands around answers could not be {{ template() ? 'refreshed' : 'loaded' }}. {{ failure.message }}
        <desk-try-again [failed]="failure" (again)="resource.reload()" />
      </desk-banner>
    }
    @if (template(); as one) {
      <ul>
        <li>
          <mat-icon class="icon-20 glyph" svgIcon="article" />
          <div class="main">
            <p class="name">{{ one.subject }}</p>
            <p class="small quiet">
              {{
                one.is_default ? 'As the desk brings it: the answer, and the signature of who wrote it' : 'Changed here'
              }}
            </p>
          </div>
          @if (one.is_default) {
            <button matButton="tonal" class="button-small" type="button" (click)="edit(one)">
              Change<span class="sr"> what stands around answers</span>
            </button>
          } @else {
            <button matIconButton type="button" aria-label="Actions for the template" [matMenuTriggerFor]="menu">
              <mat-icon svgIcon="more_vert" />
            </button>
            <mat-menu #menu="matMenu" class="desk-value-menu" aria-label="Actions for the template">
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
  private readonly api = inject(AdminMailSetupApi);
  private readonly dialogs = inject(Dialogs);
  private readonly notifications = inject(Notifications);
  protected readonly resource = this.api.template();
  protected readonly template = lastValue(this.resource);
  protected readonly problem = computed(() => readableProblem(this.resource.error()));

  protected edit(template: MailTemplate): void {
    this.dialogs.form<TemplateDialog, MailTemplate>(TemplateDialog, template, '1040px').subscribe(() => {
      this.notifications.show('Answers leave so from now on');
      this.resource.reload();
    });
  }

  protected reset({ version }: MailTemplate): void {
    const question = {
      heading: 'Have answers look as the desk brings them?',
      consequences: ['The subject and the words around answers that are set here are gone.'],
      confirm: 'Reset',
      danger: true,
      run: () => this.api.resetTemplate(version),
    };
    this.dialogs.confirm(question).subscribe(() => {
      this.notifications.show('Answers look as the desk brings them');
      this.resource.reload();
    });
  }
}
