import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Answer } from './api-client.ts';
import { DeskFollower } from './desk-follower.ts';
import type { ReplicatedDesk } from './replicated-desk.ts';

const MOMENT_MS = 50;
const HERE = 'Test Agent looking';

/** Those who look on while servers die, at what is written from then on: two who follow, each another process, and one who has a ticket open and keeps saying so. */
export class Audience {
  readonly followers: readonly DeskFollower[];
  private readonly desk: ReplicatedDesk;
  private readonly ticket: number;
  private readonly place = randomUUID();
  private readonly saying: Promise<void>;
  private isOver = false;

  private constructor(desk: ReplicatedDesk, ticket: number) {
    this.desk = desk;
    this.ticket = ticket;
    const urls = desk.replicas.map(({ url }) => url);
    this.followers = [urls, urls.toReversed()].map(
      (each) => new DeskFollower(each, desk.headersOf('agent'), ticket, desk.stopped),
    );
    this.saying = this.keepSaying();
    // Who waits for the end hears of it.
    this.saying.catch(() => undefined);
  }

  /** Begins; all of them see who is there. */
  static async of(desk: ReplicatedDesk): Promise<Audience> {
    const audience = new Audience(desk, await desk.createTicket());
    await audience.allSee(HERE);
    return audience;
  }

  /**
   * Ends when all have been told of a ticket that is written last, see who is there, and that nobody is once they have left.
   * Gives what is wrong with what they were told; nobody else writes by now.
   */
  async end(): Promise<unknown> {
    const last = await this.desk.createTicket();
    for (const follower of this.followers) await follower.knows(({ known }) => known.has(last));
    await this.allSee(HERE);
    this.isOver = true;
    await this.saying;
    await this.answered((at) => this.desk.at(at).delete(`/api/presence/${this.place}`), 204);
    await this.allSee('');
    await Promise.all(this.followers.map((follower) => follower.end()));
    const rows = await this.desk.primary.ask<{ id: string; version: number }>(
      'SELECT id, version FROM tickets WHERE id >= $1',
      [this.ticket],
    );
    return this.followers.map(({ faults, known }) => [
      ...faults,
      ...rows
        .filter(({ id, version }) => known.get(Number(id)) !== version)
        .map(({ id, version }) => `${id} in version ${String(version)} was not told`),
    ]);
  }

  /** In words: how they fared. */
  get words(): string {
    const sum = (of: (follower: DeskFollower) => number) =>
      String(this.followers.reduce((total, follower) => total + of(follower), 0));
    return `${String(this.followers.length)} who followed came ${sum(({ tally }) => tally.streams)} times, were told ${sum(({ tally }) => tally.told)} events and to read afresh ${sum(({ tally }) => tally.resets)} times`;
  }

  private async allSee(words: string): Promise<void> {
    for (const follower of this.followers)
      await follower.knows(({ present }) => (present.get(this.ticket) ?? '') === words);
  }

  private async keepSaying(): Promise<void> {
    const body = { ticket_id: this.ticket, activity: 'looking' };
    while (!this.isOver) {
      await this.answered((at) => this.desk.at(at).put(`/api/presence/${this.place}`, body), 200);
      await this.wait(MOMENT_MS * 4);
    }
  }

  private wait(ms: number): Promise<void> {
    return wait(ms, undefined, { signal: this.desk.stopped });
  }

  /** Asks one process after the other until one answers so. */
  private async answered(ask: (at: number) => Promise<Answer<unknown>>, status: number): Promise<void> {
    for (let at = 0; ; at = 1 - at) {
      const answer = await ask(at).catch(() => null);
      if (answer?.status === status) return;
      await this.wait(MOMENT_MS);
    }
  }
}

/** What is wrong with what nobody was told wrongly. */
export const NOTHING_WRONG = [[], []];
