import { Injectable } from '@angular/core';
import type { MessageDraft } from '../../api/conversation-model';

/** Whether the desk has made it a draft already. */
export type KeptBy = 'desk' | 'nobody';

/** Takes what was taken back into what is written there; false where another ticket is open. */
type Taker = (ticket: number, draft: MessageDraft, keptBy: KeptBy) => boolean;

/** Hands what is written again to the page that shows its ticket, which need not be the one that it was sent from. */
@Injectable({ providedIn: 'root' })
export class BroughtBack {
  private readonly takers = new Set<Taker>();

  /** Returns what ends it. */
  takenBy(taker: Taker): () => void {
    this.takers.add(taker);
    return () => this.takers.delete(taker);
  }

  /** False when no page shows the ticket. */
  offer(ticket: number, draft: MessageDraft, keptBy: KeptBy): boolean {
    return [...this.takers].some((take) => take(ticket, draft, keptBy));
  }
}
