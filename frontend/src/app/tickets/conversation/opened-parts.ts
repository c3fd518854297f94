import { type WritableSignal, signal } from '@angular/core';
import type { AskedPictures } from './message-body';

/** What a reader has opened of one message: where it goes out of sight and comes back, it is as they left it. */
export interface OpenedParts {
  /** What it quotes. */
  readonly quote: WritableSignal<boolean>;
  /** Its pictures from elsewhere. */
  readonly pictures: WritableSignal<AskedPictures | null>;
}

/** The parts of all messages of a conversation, each by its number. */
export class OpenedMessages {
  private readonly messages = new Map<number, OpenedParts>();

  of(number: number): OpenedParts {
    const known = this.messages.get(number);
    if (known) return known;
    const closed = { quote: signal(false), pictures: signal<AskedPictures | null>(null) };
    this.messages.set(number, closed);
    return closed;
  }
}
