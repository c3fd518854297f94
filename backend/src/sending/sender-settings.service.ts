import { Injectable } from '@nestjs/common';
import type { Sender } from '../config/sender-account.ts';
import { Settings } from '../config/settings.ts';

/** Knows how the desk sends mails. */
@Injectable()
export class SenderSettings {
  constructor(private readonly settings: Settings) {}

  /** Null where none is set up. */
  current(): Promise<Sender | null> {
    return Promise.resolve(this.settings.sender);
  }
}
