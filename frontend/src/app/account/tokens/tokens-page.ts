import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  computed,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { catchError, of, throwError } from 'rxjs';
import { AccountApi } from '../../api/account-api';
import type { ApiToken } from '../../api/model';
import { lastValue } from '../../api/last-value';
import { problemOf, readableProblem } from '../../api/problem-error';
import { Notifications } from '../../core/notifications';
import { Dialogs } from '../../kit/dialogs/dialogs';
import { InUse } from '../../kit/list/in-use';
import { SteadyRows } from '../../kit/list/steady-rows';
import { ageInWords } from '../../ui/age-words';
import { Banner } from '../../ui/banner';
import { Clock } from '../../ui/clock';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { dayWords } from '../../ui/moment-words';
import { TryAgain } from '../../ui/try-again';
import { ListSkeleton } from '../frame/list-skeleton';
import { IsolatedPipe, isolated } from '../../ui/isolated';
import { NewTokenDialog } from './new-token-dialog';

/** The tokens with which programs act in a person's name. */
@Component({
  selector: 'desk-account-tokens-page',
  imports: [Banner, EmptyState, ErrorState, InUse, IsolatedPipe, ListSkeleton, MatButton, MatIcon, TryAgain],
  templateUrl: './tokens-page.html',
  styleUrls: ['../frame/page.scss', '../frame/item-list.scss', './tokens-page.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TokensPage {
  private readonly api = inject(AccountApi);
  private readonly clock = inject(Clock);
  private readonly dialogs = inject(Dialogs);
  private readonly notifications = inject(Notifications);
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');

  protected readonly tokens = this.api.tokens();
  protected readonly failure = computed(() => readableProblem(this.tokens.error()));
  protected readonly known = lastValue(this.tokens);
  private readonly list = viewChild(InUse);
  private readonly revoked = signal<ReadonlySet<string>>(new Set());
  private readonly steady = new SteadyRows(
    computed(() => this.known() ?? []),
    ({ id }) => id,
    { list: this.list, taken: this.revoked },
  );
  protected readonly rows = computed(() =>
    this.steady.rows().map((token) => ({
      ...token,
      created: dayWords(Date.parse(token.created_at)),
      used: token.last_used_at === null ? 'never' : ageInWords(Date.parse(token.last_used_at), this.clock.now()),
      expires: dayWords(Date.parse(token.expires_at)),
    })),
  );

  protected create(): void {
    this.dialogs.form<NewTokenDialog, string>(NewTokenDialog, null, '560px').subscribe({
      next: (id) => this.steady.bring(id),
      // However it is left, there may be a new token.
      complete: () => this.tokens.reload(),
    });
  }

  protected revoke({ id, name }: ApiToken): void {
    const gone = catchError((error: unknown) =>
      problemOf(error)?.status === 404 ? of(null) : throwError(() => error),
    );
    const question = {
      heading: `Revoke ${name}?`,
      consequences: ['Programs that use it are refused from now on. This cannot be taken back.'],
      confirm: 'Revoke',
      danger: false,
      run: () => this.api.revokeToken(id).pipe(gone),
    };
    this.dialogs.confirm(question).subscribe(() => {
      this.notifications.show(`${isolated(name)} revoked`);
      this.revoked.update((all) => new Set([...all, id]));
      this.tokens.reload();
      // The button is about to go.
      this.heading().nativeElement.focus();
    });
  }
}
