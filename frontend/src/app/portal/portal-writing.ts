import { DestroyRef, Injectable, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { AbstractControl } from '@angular/forms';
import type { Subscription } from 'rxjs';
import type { AttachmentInfo } from '../api/conversation-model';
import { StoredSetting } from '../core/stored-setting';
import type { AttachingTo } from '../tickets/conversation/attaching-to';
import { PortalSession } from './portal-session';

/** What is written of a new ticket belongs to none. */
export const NEW_TICKET = 0;

/** A form of texts alone. */
type Texts = AbstractControl<Partial<Record<string, string>>, Record<string, string>>;

interface Kept {
  readonly texts: Readonly<Record<string, string>>;
  readonly files: readonly AttachmentInfo[];
}

/**
 * What a customer has begun to write, kept in this browser for each ticket until it is sent: it survives a failure, the end of
 * the session and the end of the browser. Provided by the page that it is written on.
 */
@Injectable()
export class PortalWriting implements AttachingTo {
  private readonly destroyed = inject(DestroyRef);
  private readonly session = inject(PortalSession);
  private readonly ticket = signal<number | undefined>(undefined);
  private readonly files = signal<readonly AttachmentInfo[]>([]);
  private form: Texts | undefined;
  private following: Subscription | undefined;

  readonly openTicket = this.ticket.asReadonly();
  readonly attachments = this.files.asReadonly();
  readonly waitsFor = signal('');

  /** From now on this form is kept, and begins with what was. */
  open(ticket: number, form: Texts): void {
    this.following?.unsubscribe();
    this.form = form;
    this.ticket.set(ticket);
    const kept = this.read();
    form.reset(kept.texts);
    this.files.set(kept.files);
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

  /** It was sent. */
  done(): void {
    this.files.set([]);
    this.form?.reset();
    this.setting()?.write(null);
  }

  private keep(): void {
    const texts = (this.form?.getRawValue() ?? {}) as Kept['texts'];
    const isBegun = this.files().length > 0 || Object.values(texts).some((text) => text.trim() !== '');
    this.setting()?.write(isBegun ? JSON.stringify({ texts, files: this.files() }) : null);
  }

  private read(): Kept {
    try {
      const kept = JSON.parse(this.setting()?.read() ?? 'null') as Partial<Kept> | null;
      const texts = Object.entries(kept?.texts ?? {}).filter(([, text]) => typeof text === 'string');
      return { texts: Object.fromEntries(texts), files: Array.isArray(kept?.files) ? kept.files : [] };
    } catch {
      return { texts: {}, files: [] };
    }
  }

  /** Nobody else on this computer is shown it. */
  private setting(): StoredSetting | null {
    const [address, ticket] = [this.session.customer()?.address, this.ticket()];
    return address === undefined || ticket === undefined
      ? null
      : new StoredSetting(`desk.portal.${address.toLowerCase()}.${ticket}`);
  }
}
