import { DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import type { FormControl } from '@angular/forms';
import type { AttachmentInfo } from '../../api/conversation-model';
import { type AttachingTo } from '../../tickets/conversation/attaching-to';
import { AttachmentUploads } from '../../tickets/conversation/attachment-uploads';
import { fileIds } from './canned-form';

/** What is written here belongs to no ticket, and to no other canned answer. */
let lastKey = 0;

/** The files of the canned answer that is being written, kept in a control by their ids. Provided by the field. */
@Injectable()
export class CannedAttaching implements AttachingTo {
  private readonly uploads = inject(AttachmentUploads);
  private readonly key = --lastKey;
  private readonly ids = signal<readonly string[]>([]);
  private readonly known = signal<ReadonlyMap<string, AttachmentInfo>>(new Map());
  private readonly kept = new Set<string>();
  private readonly tooMany = signal('');
  private control: FormControl<string> | undefined;

  readonly noun = 'A canned answer';
  readonly openTicket = signal(this.key).asReadonly();
  readonly attachments = computed(() => this.ids().flatMap((id) => this.known().get(id) ?? []));
  readonly waitsFor = signal('');
  /** That there were more than it takes; '' when there were not. */
  readonly full = this.tooMany.asReadonly();
  private readonly coming = computed(() =>
    this.uploads.all().filter(({ ticket, arrived }) => ticket === this.key && !arrived),
  );
  /** Why it cannot be saved yet, a sentence; '' when it can. */
  readonly waits = computed(() => {
    if (this.coming().some(({ failure }) => failure)) return 'A file is not here. Try it again or remove it.';
    return this.coming().length > 0 ? 'It can be saved once the files are here.' : '';
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      for (const { key } of this.coming()) this.uploads.drop(key);
    });
  }

  /** From now on they are kept in this control, which has this value. */
  follow(control: FormControl<string>, value: string): void {
    this.control = control;
    this.ids.set(fileIds(value));
  }

  /** Files that the answer has on the desk; there they stay until it is saved without them. */
  keep(files: readonly AttachmentInfo[]): void {
    for (const { id } of files) this.kept.add(id);
    this.learn(files);
  }

  holds(id: string): boolean {
    return this.kept.has(id);
  }

  attach(files: readonly AttachmentInfo[]): void {
    this.learn(files);
    this.write([...this.ids(), ...files.map(({ id }) => id)]);
  }

  detach(id: string): void {
    this.tooMany.set('');
    this.write(this.ids().filter((one) => one !== id));
  }

  overflow(words: string): void {
    this.tooMany.set(words);
  }

  private learn(files: readonly AttachmentInfo[]): void {
    this.known.update((known) => new Map([...known, ...files.map((file) => [file.id, file] as const)]));
  }

  private write(ids: readonly string[]): void {
    this.control?.setValue(ids.join(' '));
    this.control?.markAsDirty();
  }
}
