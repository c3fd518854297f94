import { Injectable } from '@nestjs/common';
import type { Caller } from '../../auth/domain/caller.ts';
import { TicketNotFound } from '../../tickets/domain/ticket-not-found.ts';
import { Announcer } from '../announcer.service.ts';
import type { Activity, TicketPresence } from './domain/presence.ts';
import { PresenceRepository } from './presence.repository.ts';

/** Knows who has which ticket open, over all processes. */
@Injectable()
export class PresenceService {
  constructor(
    private readonly presence: PresenceRepository,
    private readonly announcer: Announcer,
  ) {}

  /** Everybody who is present, ticket by ticket. */
  all(): Promise<TicketPresence[]> {
    return this.presence.all();
  }

  /**
   * Notes that somebody has a ticket open at this place, and no other ticket there, for the next 25 seconds.
   *
   * @returns who has it open by now, the caller included.
   * @throws TicketNotFound
   */
  async note(
    { userId, sessionId }: Caller,
    place: string,
    { ticketId, activity }: { readonly ticketId: number; readonly activity: Activity },
  ): Promise<TicketPresence> {
    const isNews = await this.presence.note({ userId, sessionId, place, ticketId, activity });
    if (isNews === null) throw new TicketNotFound(ticketId);
    if (isNews) this.announcer.announce({ presence: true });
    return { ticket_id: ticketId, people: await this.presence.at(ticketId) };
  }

  /** Nobody is at this place any more. */
  async leave({ userId }: Caller, place: string): Promise<void> {
    if (await this.presence.forget(userId, place)) this.announcer.announce({ presence: true });
  }
}
