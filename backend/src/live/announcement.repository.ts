import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Announcement } from './domain/announcement.ts';
import { type InBothForms, inBothForms, ofEitherForm } from './domain/earlier-form.ts';

export const CHANNEL = 'desk_events';

/** Carries announcements from process to process. */
@Injectable()
export class AnnouncementRepository {
  /** Names this process: it knows already what it told itself. */
  private readonly from = randomUUID().slice(0, 8);

  constructor(private readonly dataSource: DataSource) {}

  /**
   * Tells all processes that listen. Never part of a transaction that writes: PostgreSQL commits those that tell something one
   * after another. Nothing is lost with the announcement that is not found out otherwise, so nobody waits for the disk.
   */
  async send(announcements: readonly Announcement[]): Promise<void> {
    const payloads = announcements.map((announcement) =>
      JSON.stringify({ from: this.from, ...inBothForms(announcement) }),
    );
    await this.dataSource.query(
      `SELECT set_config('synchronous_commit', 'off', true), pg_notify('${CHANNEL}', payload)
       FROM unnest($1::text[]) AS payload`,
      [payloads],
    );
  }

  /** Reads what was heard; null when it came from this process, or from somebody else altogether. */
  read(payload: string): Announcement | null {
    try {
      const { from, ...announcement } = JSON.parse(payload) as InBothForms & { readonly from: string };
      return from === this.from ? null : ofEitherForm(announcement);
    } catch {
      return null;
    }
  }
}
