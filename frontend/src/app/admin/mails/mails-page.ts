import { ChangeDetectionStrategy, Component, type ElementRef, inject, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import type { Observable } from 'rxjs';
import { AdminMailsApi } from '../../api/admin-mails-api';
import { ListBody } from '../../kit/list/list-body';
import { ListChanges } from '../../kit/list/list-changes';
import { ListFollowing } from '../../kit/list/list-following';
import { PagedList } from '../../kit/list/paged-list';
import { EmptyState } from '../../ui/empty-state';
import { Moment } from '../../ui/moment';
import { PageHead } from '../frame/page-head';
import { MailActions } from './mail-actions';
import { mailTitle, senderWords } from './mail-words';
import { SetUpCard } from './set-up-card';
import { TemplateCard } from './template-card';

/** How the desk reads and sends mails; and those that became neither ticket nor message, why, and what to do with each. */
@Component({
  selector: 'desk-mails-page',
  imports: [EmptyState, ListBody, ListChanges, MatButton, MatIcon, Moment, PageHead, SetUpCard, TemplateCard],
  providers: [MailActions],
  templateUrl: './mails-page.html',
  styleUrls: ['../frame/page.scss', './mails-page.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MailsPage {
  private readonly pages = inject(AdminMailsApi).pages;
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');
  protected readonly actions = inject(MailActions);
  protected readonly list = new PagedList(this.pages, signal({}), 'mails');
  protected readonly following = new ListFollowing(this.list, this.pages, ['quarantine.changed']);
  protected readonly titleOf = mailTitle;
  protected readonly senderOf = senderWords;

  /** The row goes with what was done, and the focus to where the list begins. */
  protected do(action: Observable<number>): void {
    action.subscribe((id) => {
      this.list.remove(id);
      this.focusHeading();
    });
  }

  protected focusHeading(): void {
    this.heading().nativeElement.focus();
  }
}
