import { ChangeDetectionStrategy, Component, ElementRef, computed, inject, viewChild } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatTooltip } from '@angular/material/tooltip';
import { type CannedAnswer, type CannedFilter, CannedAnswersApi } from '../../api/canned-answers-api';
import { Notifications } from '../../core/notifications';
import { Session } from '../../core/session';
import { Undo } from '../../core/undo';
import { Dialogs } from '../../kit/dialogs/dialogs';
import { FailureBanner } from '../../kit/forms/failure-banner';
import { Address } from '../../kit/list/address';
import { ChoiceChip } from '../../kit/list/choice-chip';
import { FilterRow } from '../../kit/list/filter-row';
import { IgnoredBanner } from '../../kit/list/ignored-banner';
import { ListBody } from '../../kit/list/list-body';
import { PagedList } from '../../kit/list/paged-list';
import { SearchBox } from '../../kit/list/search-box';
import { stepOptions } from '../../tickets/conversation/canned/step-options';
import { TicketNames } from '../../tickets/ticket-names';
import { counted } from '../../ui/count-words';
import { EmptyState } from '../../ui/empty-state';
import { IsolatedPipe, isolated } from '../../ui/isolated';
import { ValueTag } from '../../ui/value-tag';
import { CannedDialog } from '../edit/canned-dialog';
import { CannedImporting } from './canned-import';

const WHOSE = ['team', 'own'] as const;

/** Answers that are given often, of the team and one's own: found, written, changed, and carried from desk to desk. */
@Component({
  selector: 'desk-canned-page',
  imports: [
    ChoiceChip,
    EmptyState,
    FailureBanner,
    FilterRow,
    IgnoredBanner,
    IsolatedPipe,
    ListBody,
    MatButton,
    MatIcon,
    MatIconButton,
    MatTooltip,
    SearchBox,
    ValueTag,
  ],
  providers: [Address, CannedImporting],
  templateUrl: './canned-page.html',
  styleUrl: './canned-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CannedPage {
  private readonly api = inject(CannedAnswersApi);
  private readonly dialogs = inject(Dialogs);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly names = inject(TicketNames);
  private readonly notifications = inject(Notifications);
  private readonly session = inject(Session);
  private readonly undo = inject(Undo);
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');
  protected readonly address = inject(Address);
  protected readonly importing = inject(CannedImporting);

  protected readonly exportUrl = this.api.exportUrl;
  protected readonly choices = [
    { value: 'team', label: 'Of the team' },
    { value: 'own', label: 'Only yours' },
  ];
  protected readonly search = computed(() => this.address.text('search'));
  protected readonly whose = computed(() => this.address.oneOf('whose', WHOSE));
  protected readonly honoured = computed(() => ({ search: this.search(), whose: this.whose() ?? '' }));
  private readonly filter = computed<CannedFilter>(() => ({
    search: this.search(),
    ...(this.whose() && { team: this.whose() === 'team' }),
  }));
  protected readonly list = new PagedList(this.api.pages, this.filter, 'canned answers');
  protected readonly rows = computed(() =>
    this.list.items().map((answer) => ({
      answer,
      line: answer.text.replace(/\s+/g, ' '),
      files: answer.attachments.map(({ name }) => isolated(name)).join(', '),
      steps: stepOptions(answer.steps, this.names),
      used: answer.uses === 0 ? 'Not used yet' : `Used ${counted(answer.uses, 'time')}`,
      mayChange: !answer.team || this.session.isAdmin(),
    })),
  );

  protected find(search: string): void {
    this.address.change({ search });
  }

  protected narrow([whose]: readonly string[]): void {
    this.address.change({ whose: whose ?? null });
  }

  protected clear(): void {
    this.address.change({ search: null, whose: null });
    this.focus();
  }

  protected focus(): void {
    this.host.nativeElement.querySelector('input')?.focus();
  }

  protected write(): void {
    this.dialogs.form<CannedDialog, CannedAnswer>(CannedDialog, null, '720px').subscribe(({ name }) => {
      this.list.reload();
      this.notifications.show(`${isolated(name)} was written`);
    });
  }

  protected edit(answer: CannedAnswer): void {
    this.dialogs.form<CannedDialog, CannedAnswer>(CannedDialog, answer, '720px').subscribe((changed) => {
      this.list.replace(changed);
      this.notifications.show(`${isolated(changed.name)} was changed`);
    });
  }

  protected delete(answer: CannedAnswer): void {
    this.api.delete(answer).subscribe({
      next: () => {
        this.list.remove(answer.id);
        // The button is gone.
        this.heading().nativeElement.focus();
        const step = { takeBack: () => this.bringBack(answer) };
        this.undo.add(step);
        this.undo.offer(step, `${isolated(answer.name)} was deleted`);
      },
      error: (error: unknown) => {
        this.notifications.showError(`${isolated(answer.name)} was not deleted`, error);
        this.list.reload();
      },
    });
  }

  protected take(input: HTMLInputElement): void {
    const [file] = input.files ?? [];
    // The same file can be chosen again.
    input.value = '';
    if (!file) return;
    this.importing.take(file).subscribe((came) => {
      this.list.reload();
      if (!came) return;
      const known = came.known > 0 ? `, ${counted(came.known, 'was', 'were')} there already` : '';
      const bare = came.without_files.length;
      const files =
        bare > 0 ? `, ${bare} without ${bare === 1 ? 'its' : 'their'} files, which have to be added here` : '';
      this.notifications.show(`${counted(came.added, 'canned answer')} added${files}${known}`);
    });
  }

  private bringBack({ id, name }: CannedAnswer): void {
    this.api.restore(id).subscribe({
      next: () => {
        this.notifications.show(`${isolated(name)} is back`);
        this.list.reload();
      },
      error: (error: unknown) => this.notifications.showError(`${isolated(name)} is not back`, error),
    });
  }
}
