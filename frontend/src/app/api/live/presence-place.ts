import { DOCUMENT, DestroyRef, Injectable, inject } from '@angular/core';
import { Subject, fromEvent, merge } from 'rxjs';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { BASE_PATH } from '../base-path';
import type { PersonPresent, TicketPresence } from '../model';

const PRESENCE_URL = '/api/presence';
/** Whoever is silent for 25 seconds is not there any more. */
export const BEAT_MS = 10_000;

/** What a person does with the ticket that is open in this tab. */
export interface Standing {
  readonly ticket: number;
  readonly activity: PersonPresent['activity'];
}

/**
 * Tells the desk which ticket is open in this tab, as long as somebody can see it: a tab in the background is nobody. What is
 * told goes past the interceptors: nobody waits for it, and it says nothing about the line or the session.
 */
@Injectable({ providedIn: 'root' })
export class PresencePlace {
  private readonly document = inject(DOCUMENT);
  private readonly url = `${inject(BASE_PATH)}${PRESENCE_URL}/${newPlace()}`;
  private readonly answered = new Subject<{ readonly presence: TicketPresence; readonly askedAt: number }>();

  private wanted: Standing | null = null;
  /** What the desk knows; undefined when that is not sure. */
  private told: Standing | null | undefined = null;
  private sending: AbortController | null = null;
  private beat: ReturnType<typeof setTimeout> | undefined;
  /** The page is being left. */
  private going = false;

  /** Who has the ticket open by what the desk answers, and when it was asked, by `performance.now()`. */
  readonly answers = this.answered.asObservable();

  constructor() {
    const window = this.document.defaultView ?? globalThis.window;
    merge(fromEvent(this.document, 'visibilitychange'), fromEvent(window, 'pageshow'))
      .pipe(takeUntilDestroyed())
      .subscribe(() => {
        this.going = false;
        this.sync();
      });
    fromEvent(window, 'pagehide')
      .pipe(takeUntilDestroyed())
      .subscribe(() => this.vanish());
    inject(DestroyRef).onDestroy(() => this.leave());
  }

  stand(standing: Standing): void {
    this.wanted = standing;
    this.sync();
  }

  leave(): void {
    this.wanted = null;
    this.sync();
  }

  /** One after the other, so that the last word counts. */
  private sync(): void {
    const now = this.document.visibilityState === 'hidden' ? null : this.wanted;
    if (this.sending || this.going || this.knows(now)) return;
    clearTimeout(this.beat);
    this.sending = new AbortController();
    void this.send(now, this.sending.signal).finally(() => {
      this.sending = null;
      this.beat = setTimeout(() => this.again(), BEAT_MS);
      // What could not be said waits for the next beat.
      if (this.told !== undefined) this.sync();
    });
  }

  private knows(now: Standing | null): boolean {
    const { told } = this;
    if (!now || !told) return now === told;
    return now.ticket === told.ticket && now.activity === told.activity;
  }

  private again(): void {
    if (this.told) this.told = undefined;
    if (this.told === undefined) this.sync();
  }

  private async send(standing: Standing | null, signal: AbortSignal): Promise<void> {
    const askedAt = performance.now();
    this.told = undefined;
    try {
      if (standing === null) {
        await fetch(this.url, { method: 'DELETE', keepalive: true, signal });
        this.told = null;
        return;
      }
      const { ticket, activity } = standing;
      const body = JSON.stringify({ ticket_id: ticket, activity });
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(this.url, { method: 'PUT', headers, body, signal });
      if (!answer.ok) return;
      const presence = (await answer.json()) as TicketPresence;
      this.told = standing;
      this.answered.next({ presence, askedAt });
    } catch {
      // The desk is out of reach, or the page goes: it is said again with the next beat.
    }
  }

  /** There is no time to wait for what is under way. */
  private vanish(): void {
    this.going = true;
    const isNobody = this.told === null && !this.sending;
    this.sending?.abort();
    this.told = null;
    if (!isNobody) void fetch(this.url, { method: 'DELETE', keepalive: true }).catch(() => undefined);
  }
}

/** A random UUID; unlike `crypto.randomUUID` there also where the desk is served without https. */
function newPlace(): string {
  const bytes = Array.from(crypto.getRandomValues(new Uint8Array(16)));
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5');
}
