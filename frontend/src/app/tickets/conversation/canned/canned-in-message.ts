import { Injectable, inject } from '@angular/core';
import type { Observable } from 'rxjs';
import type { AttachmentInfo } from '../../../api/conversation-model';
import { CannedAnswersApi } from '../../../api/canned-answers-api';

/** Counts the canned answers that are put into the message that is written in each ticket, each once, as long as the page is there. */
@Injectable({ providedIn: 'root' })
export class CannedInMessage {
  private readonly api = inject(CannedAnswersApi);
  private readonly used = new Map<number, Set<number>>();

  /** One was put into the message. */
  take(ticket: number, answer: number): void {
    const used = this.used.get(ticket) ?? new Set<number>();
    if (used.has(answer)) return;
    this.used.set(ticket, used.add(answer));
    // The answer stands in the message whether it could be counted or not.
    this.api.countUse(answer).subscribe({ error: () => undefined });
  }

  /** Copies of its files, which can be sent: all of them, or none. */
  copiesOf(answer: number): Observable<readonly AttachmentInfo[]> {
    return this.api.copyFiles(answer);
  }

  /** The message has been sent, or is not wanted any more. */
  forget(ticket: number): void {
    this.used.delete(ticket);
  }
}
