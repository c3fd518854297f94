import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { AdminMailSetupApi } from '../../api/admin-mail-setup-api';
import type { MailSecurity, Mailbox, MailboxReading } from '../../api/admin-model';
import { lastValue } from '../../api/last-value';
import { readableProblem } from '../../api/problem-error';
import { Banner } from '../../ui/banner';
import { ErrorState } from '../../ui/error-state';
import { IsolatedPipe } from '../../ui/isolated';
import { Moment } from '../../ui/moment';
import { Skeleton } from '../../ui/skeleton';
import { TryAgain } from '../../ui/try-again';
import { MailboxReadingLine } from './mailbox-reading';
import { SetUpActions } from './set-up-actions';

const SECURITY_WORDS: Readonly<Record<MailSecurity, string>> = {
  tls: 'TLS',
  starttls: 'STARTTLS',
  none: 'not encrypted',
};

/** Where the desk reads mails and how it sends them. */
@Component({
  selector: 'desk-set-up-card',
  imports: [
    Banner,
    ErrorState,
    IsolatedPipe,
    MatButton,
    MatIcon,
    MatIconButton,
    MatMenu,
    MatMenuContent,
    MatMenuItem,
    MatMenuTrigger,
    MailboxReadingLine,
    Moment,
    Skeleton,
    TryAgain,
  ],
  providers: [SetUpActions],
  templateUrl: './set-up-card.html',
  styleUrl: './set-up-card.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SetUpCard {
  protected readonly actions = inject(SetUpActions);
  private readonly resource = inject(AdminMailSetupApi).setup();
  protected readonly setup = lastValue(this.resource);
  protected readonly problem = computed(() => readableProblem(this.resource.error()));
  protected readonly mailboxes = computed(() => this.setup()?.mailboxes ?? []);
  protected readonly fixed = computed(() => this.setup()?.fixed_mailboxes ?? []);

  /** How reading each goes, by its name; an API that is older than this page does not say. */
  protected readonly readings = computed(() => {
    const all: readonly MailboxReading[] | undefined = this.setup()?.readings;
    return new Map(all?.map((one) => [one.name, one]));
  });

  protected readonly refresh = (): void => {
    this.resource.reload();
  };

  protected secretWord({ oauth }: Pick<Mailbox, 'oauth'>): string {
    return oauth ? 'refresh token' : 'password';
  }

  /** Which servers before it are believed; nothing where none are. */
  protected trustWords({ authserv_id: id, relays }: Pick<Mailbox, 'authserv_id' | 'relays'>): string {
    const said = [...(id ? [`results of ${id}`] : []), ...(relays.length > 0 ? [`relays ${relays.join(', ')}`] : [])];
    return said.length > 0 ? `Believes ${said.join(' and ')}` : '';
  }

  protected serverWords({ host, port, security }: { host: string; port: number; security: MailSecurity }): string {
    return `${host}:${port}, ${SECURITY_WORDS[security]}`;
  }
}
