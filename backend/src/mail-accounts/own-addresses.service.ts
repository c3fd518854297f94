import { Injectable } from '@nestjs/common';
import { readAddress } from '../contacts/mail-address.ts';
import { DeskEventBus } from '../events/desk-event-bus.ts';
import { Mailboxes } from './mailboxes.service.ts';

/** What another process has changed is heard of after so many milliseconds at the latest. */
const STALE_MS = 2_000;

/**
 * The addresses that the desk itself is reached at: users of its mailboxes, and those that admins name besides. Mails from there are
 * its own, and nothing is sent there.
 */
@Injectable()
export class OwnAddresses {
  private kept: { readonly addresses: Promise<ReadonlySet<string>>; readonly readAt: number } | null = null;

  constructor(
    private readonly mailboxes: Mailboxes,
    events: DeskEventBus,
  ) {
    events.on('settings_changed', () => {
      this.kept = null;
    });
  }

  /** Whether an address is the desk's own, also with a tag behind a plus sign. */
  async includes(address: string): Promise<boolean> {
    return isAmong(await this.current(), address);
  }

  /** Of these people those who are somebody else. */
  async without<Person extends { readonly address: string }>(people: readonly Person[]): Promise<readonly Person[]> {
    const own = await this.current();
    return people.filter(({ address }) => !isAmong(own, address));
  }

  /** As they compare (see `readAddress`). */
  current(): Promise<ReadonlySet<string>> {
    const now = performance.now();
    if (!this.kept || now - this.kept.readAt > STALE_MS) {
      const addresses = this.read();
      this.kept = { addresses, readAt: now };
      // Who asks next tries again.
      addresses.catch(() => {
        this.kept = null;
      });
    }
    return this.kept.addresses;
  }

  private async read(): Promise<ReadonlySet<string>> {
    const set = await this.mailboxes.all();
    const named = [...this.mailboxes.fixed, ...set].map(({ user }) => user);
    const keys = [...named, ...set.flatMap(({ addresses }) => addresses)].map((text) => readAddress(text)?.key);
    return new Set(keys.filter((key) => key !== undefined));
  }
}

function isAmong(own: ReadonlySet<string>, address: string): boolean {
  const key = readAddress(address)?.key;
  return key !== undefined && (own.has(key) || own.has(key.replace(/\+[^@]*@/, '@')));
}
