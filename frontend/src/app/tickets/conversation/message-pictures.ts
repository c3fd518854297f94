import { Injectable, computed, effect, inject, untracked } from '@angular/core';
import { AttachmentsApi } from '../../api/attachments-api';
import type { AttachmentInfo } from '../../api/conversation-model';
import { type Upload, AttachmentUploads } from './attachment-uploads';
import { Composing } from './composing';
import type { EditorPictures, PictureLook } from './editor/editor-pictures';
import { isPicture, picturesIn, withPicturesNamed } from './picture-names';
import type { PicturesInText } from './pictures-in-text';

/**
 * The pictures in the text of the message that is being written. The text says which files go along as pictures: one that leaves it
 * stays behind and comes back with it, as undoing brings it. Until a picture has arrived, the text names it by what will become
 * its id, so that its place survives what its box does not. Provided by the box.
 */
@Injectable()
export class MessagePictures implements EditorPictures, PicturesInText {
  private readonly api = inject(AttachmentsApi);
  private readonly composing = inject(Composing);
  private readonly uploads = inject(AttachmentUploads);
  /** Files that the text has shown, by their ids. */
  private readonly shown = new Map<string, AttachmentInfo>();

  /** Those on their way, or arrived, by what they are named by. */
  private readonly named = computed(
    () => new Map(this.uploads.all().flatMap((upload) => (upload.picture === null ? [] : [[upload.picture, upload]]))),
  );
  /** What the text names. */
  private readonly inText = computed(() => picturesIn(this.composing.text()));

  constructor() {
    let before: ReadonlySet<string> = new Set();
    effect(() => {
      const [names, uploads, files] = [this.inText(), this.named(), this.composing.attachments()];
      untracked(() => {
        this.takeIn(names, uploads);
        this.keepWith(names, before, files);
      });
      before = names;
    });
  }

  isShown(name: string): boolean {
    return this.inText().has(name) || this.inText().has(this.idOf(name));
  }

  add(ticket: number, files: readonly File[]): string[] {
    return files.map((file) => {
      const name = crypto.randomUUID();
      this.uploads.addPicture(ticket, file, name);
      return name;
    });
  }

  tryAgain(name: string): void {
    const upload = this.named().get(name);
    if (upload) this.uploads.tryAgain(upload);
  }

  idOf(name: string): string {
    return this.named().get(name)?.arrived?.id ?? name;
  }

  lookOf(name: string): PictureLook {
    const upload = this.named().get(name);
    if (upload?.failure) {
      const { message, mayPass } = upload.failure;
      return { kind: 'failed', file: upload.file.name, message, mayPass };
    }
    if (upload && !upload.arrived) return { kind: 'coming', file: upload.file.name, part: upload.part };
    const id = this.idOf(name);
    const isHere = upload !== undefined || this.composing.attachments().some((file) => file.id === id);
    return isHere ? { kind: 'here', address: this.api.address(id) } : { kind: 'gone' };
  }

  /** The text names by their ids those that have arrived. */
  private takeIn(names: ReadonlySet<string>, uploads: ReadonlyMap<string, Upload>): void {
    for (const { key, arrived } of uploads.values()) {
      if (!arrived) continue;
      if (isPicture(arrived.type)) this.shown.set(arrived.id, arrived);
      else {
        this.composing.attach([arrived]);
        this.uploads.fail(key, 'This file is no picture that can stand in a text: it is attached instead.');
      }
    }
    if ([...names].some((name) => this.idOf(name) !== name))
      this.composing.write(withPicturesNamed(this.composing.text(), (name) => this.idOf(name)));
  }

  private keepWith(names: ReadonlySet<string>, before: ReadonlySet<string>, files: readonly AttachmentInfo[]): void {
    const ids = new Set([...names].map((name) => this.idOf(name)));
    for (const file of files) {
      if (ids.has(file.id)) this.shown.set(file.id, file);
      else if (before.has(file.id)) this.composing.detach(file.id);
    }
    const missing = [...ids].flatMap((id) => this.shown.get(id) ?? []);
    const back = missing.filter(({ id }) => !files.some((file) => file.id === id));
    if (back.length > 0) this.composing.attach(back);
  }
}
