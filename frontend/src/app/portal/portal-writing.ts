import { DOCUMENT, DestroyRef, Injectable, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { AbstractControl } from '@angular/forms';
import { type Observable, type Subscription, fromEvent, tap } from 'rxjs';
import type { AttachmentInfo } from '../api/conversation-model';
import { StoredSetting } from '../core/stored-setting';
import type { AttachingTo } from '../tickets/conversation/attaching-to';
import { type Attempt, SendingKey } from '../tickets/sending-key';
import { PortalSession } from './portal-session';

/** What is written of a new ticket belongs to none. */
export const NEW_TICKET = 0;

/** A form of texts alone. */
type Texts = AbstractControl<Partial<Record<string, string>>, Record<string, string>>;

interface Kept {
  readonly texts: Readonly<Record<string, string>>;
  readonly files: readonly AttachmentInfo[];
  /** How it was sent last, as long as it is not known to be there. */
  readonly sent: Attempt | null;
}

const LOOK_FIRST = 'Look at what you have sent before you send this too.';

/**
 * What a customer has begun to write, kept in this browser for each ticket until it is sent: it survives a failure, the end of
 * the session and the end of the browser, and so does the key under which it is sent. Provided by the page that it is written on.
 */
@Injectable()
export class PortalWriting implements AttachingTo {
  private readonly destroyed = inject(DestroyRef);
  private readonly session = inject(PortalSession);
  private readonly ticket = signal<number | undefined>(undefined);
  private readonly files = signal<readonly AttachmentInfo[]>([]);
  private form: Texts | undefined;
  private sending = new SendingKey();
  private following: Subscription | undefined;

  readonly openTicket = this.ticket.asReadonly();
  readonly attachments = this.files.asReadonly();
  readonly waitsFor = signal('');

  constructor() {
    const window = inject(DOCUMENT).defaultView;
    if (window)
      fromEvent<StorageEvent>(window, 'storage')
        .pipe(takeUntilDestroyed())
        .subscribe((one) => this.hear(one));
  }

  /** From now on this form is kept, and begins with what was. */
  open(ticket: number, form: Texts): void {
    this.following?.unsubscribe();
    this.form = form;
    this.ticket.set(ticket);
    const kept = this.read();
    form.reset(kept.texts);
    this.files.set(kept.files);
    this.sending = new SendingKey(kept.sent);
    this.following = form.valueChanges.pipe(takeUntilDestroyed(this.destroyed)).subscribe(() => this.keep());
  }

  attach(files: readonly AttachmentInfo[]): void {
    this.files.update((all) => [...all, ...files]);
    this.keep();
  }

  detach(id: string): void {
    this.files.update((all) => all.filter((file) => file.id !== id));
    this.keep();
  }

  fileIds(): string[] {
    return this.files().map(({ id }) => id);
  }

  /** Sends what is written under a key of its own: it is there once, however often it is tried. */
  once<T>(content: object, call: (key: string) => Observable<T>): Observable<T> {
    const { sending } = this;
    const keep = () => {
      // Of another ticket that was opened meanwhile, it stays kept as one that nobody answered.
      if (sending === this.sending) this.keep();
    };
    const sent = sending.send(content, LOOK_FIRST, (key) => {
      keep();
      return call(key);
    });
    return sent.pipe(tap({ error: keep }));
  }

  /** It was sent. */
  done(): void {
    this.sending.done();
    this.files.set([]);
    this.form?.reset();
    this.setting()?.write(null);
  }

  /** Another tab has sent what was kept for both: what is written here is kept on, unless it is the same. */
  private hear({ key, newValue, oldValue }: StorageEvent): void {
    if (newValue !== null || key === null || !this.setting()?.isAt(key)) return;
    const sent = keptOf(oldValue);
    if (JSON.stringify(sent.texts) === JSON.stringify(this.form?.getRawValue())) this.done();
    else this.keep();
  }

  private keep(): void {
    const texts = (this.form?.getRawValue() ?? {}) as Kept['texts'];
    const isBegun = this.files().length > 0 || Object.values(texts).some((text) => text.trim() !== '');
    this.setting()?.write(isBegun ? JSON.stringify({ texts, files: this.files(), sent: this.sending.attempt }) : null);
  }

  private read(): Kept {
    return keptOf(this.setting()?.read() ?? null);
  }

  /** Nobody else on this computer is shown it. */
  private setting(): StoredSetting | null {
    const [address, ticket] = [this.session.customer()?.address, this.ticket()];
    return address === undefined || ticket === undefined
      ? null
      : new StoredSetting(`desk.portal.${address.toLowerCase()}.${ticket}`);
  }
}

function keptOf(value: string | null): Kept {
  try {
    const kept = JSON.parse(value ?? 'null') as Partial<Kept> | null;
    const texts = Object.entries(kept?.texts ?? {}).filter(([, text]) => typeof text === 'string');
    return {
      texts: Object.fromEntries(texts),
      files: Array.isArray(kept?.files) ? kept.files : [],
      sent: kept?.sent ?? null,
    };
  } catch {
    return { texts: {}, files: [], sent: null };
  }
}
