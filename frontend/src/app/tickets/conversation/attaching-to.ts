import type { Signal, WritableSignal } from '@angular/core';
import type { AttachmentInfo } from '../../api/conversation-model';

/** What is being written, as far as its files go: they belong to it until it is sent. */
export abstract class AttachingTo {
  /** The ticket that it is written to; undefined while there is none. */
  abstract readonly openTicket: Signal<number | undefined>;
  /** The files that have arrived. */
  abstract readonly attachments: Signal<readonly AttachmentInfo[]>;
  /** What has to happen before it can be sent, in words; '' for nothing. */
  abstract readonly waitsFor: WritableSignal<string>;

  abstract attach(files: readonly AttachmentInfo[]): void;

  abstract detach(id: string): void;

  /** What it is, to begin a sentence; a message where it says nothing. */
  readonly noun?: string;

  /** Whether a file stays on the desk when it is detached. */
  holds?(id: string): boolean;

  /** Whether more was attached than it takes, in words; '' when all of it was taken. */
  overflow?(words: string): void;
}
