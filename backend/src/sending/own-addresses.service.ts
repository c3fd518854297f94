import { Injectable } from '@nestjs/common';
import { Settings } from '../config/settings.ts';
import { readAddress } from '../contacts/mail-address.ts';
import { SenderSettings } from './sender-settings.service.ts';

/** Knows the addresses of the desk itself: its sender's and its mailboxes'. */
@Injectable()
export class OwnAddresses {
  constructor(
    private readonly settings: Settings,
    private readonly senders: SenderSettings,
  ) {}

  /** Tells of an address whether it is the desk's, also with a tag behind a plus sign. */
  async test(): Promise<(address: string) => boolean> {
    const sender = await this.senders.current();
    const users = this.settings.mailboxes.map(({ user }) => user);
    const keys = new Set([...users, ...(sender ? [sender.fromAddress] : [])].flatMap((own) => keyOf(own) ?? []));
    return (address) => keys.has(keyOf(address) ?? '');
  }
}

function keyOf(address: string): string | null {
  return readAddress(address)?.key.replace(/\+[^@]*@/, '@') ?? null;
}
