import { DestroyRef, Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { AttachmentsApi } from '../../api/attachments-api';
import type { AttachmentInfo } from '../../api/conversation-model';
import { AttachingTo } from './attaching-to';
import { AttachmentSending } from './attachment-sending';
import { type Copies, type FileLook, type Upload, AttachmentUploads } from './attachment-uploads';
import { PicturesInText } from './pictures-in-text';
import { sizeWords } from '../../ui/size-words';
import { fileIcon } from './attachment-words';

/** As many as a message takes. */
const MOST_FILES = 20;

/** A file of a message as it shows while it is written. */
export interface AttachmentChip {
  readonly key: string;
  readonly name: string;
  /** Its size, how far it has come, or why it did not arrive. */
  readonly words: string;
  readonly icon: string;
  /** Where it is to be had in small. */
  readonly picture: string | null;
  /** How much of it has left, in percent; null when it is not on its way. */
  readonly part: number | null;
  readonly failure: Upload['failure'];
  readonly of: AttachmentInfo | Upload;
}

/** The files of the message that is being written, those on their way last. Provided with what shows them. */
@Injectable()
export class AttachmentChips {
  private readonly api = inject(AttachmentsApi);
  private readonly message = inject(AttachingTo);
  private readonly sending = inject(AttachmentSending);
  private readonly uploads = inject(AttachmentUploads);
  /** Where pictures may stand in the text. */
  private readonly pictures = inject(PicturesInText, { optional: true });
  private readonly said = signal('');

  private readonly coming = computed(() =>
    this.uploads.all().filter(({ ticket }) => ticket === this.message.openTicket()),
  );
  /** A picture that was taken out of the text again is not waited for. */
  private readonly waited = computed(() =>
    this.coming().filter(({ picture }) => picture === null || this.pictures?.isShown(picture)),
  );
  readonly chips = computed<readonly AttachmentChip[]>(() => [
    ...this.message
      .attachments()
      .filter(({ id }) => !this.pictures?.isShown(id))
      .map((file) => this.chipOf(file)),
    ...this.coming()
      .filter(({ arrived, picture }) => !arrived && picture === null)
      .map(comingChip),
  ]);
  /** What happened last, for those who listen. */
  readonly told = this.said.asReadonly();

  constructor() {
    effect(() => {
      const coming = this.waited();
      untracked(() => this.know(coming));
    });
    inject(DestroyRef).onDestroy(() => this.message.waitsFor.set(''));
  }

  add(files: readonly File[]): void {
    const ticket = this.message.openTicket();
    if (ticket !== undefined) this.uploads.add(ticket, this.fitting(files));
  }

  /** Files that the desk has already, which it copies. */
  addCopies(files: readonly FileLook[], copies: Copies): void {
    const ticket = this.message.openTicket();
    if (ticket !== undefined) this.uploads.addCopies(ticket, this.fitting(files), copies);
  }

  /** Pictures that are to stand in the text, by what it shall name them by. */
  addPictures(files: readonly File[]): readonly string[] {
    const ticket = this.message.openTicket();
    return ticket === undefined ? [] : (this.pictures?.add(ticket, this.fitting(files)) ?? []);
  }

  tryAgain({ of }: AttachmentChip): void {
    if ('file' in of) this.uploads.tryAgain(of);
  }

  remove({ of, name }: AttachmentChip): void {
    if ('file' in of) this.uploads.drop(of.key);
    else {
      this.message.detach(of.id);
      // One that stays there is removed by the desk.
      if (!this.message.holds?.(of.id)) this.sending.remove(of.id).subscribe({ error: () => undefined });
    }
    this.said.set(`${name} was removed`);
  }

  /** As many as there is room for. */
  private fitting<Look extends FileLook>(files: readonly Look[]): readonly Look[] {
    const coming = this.waited().filter(({ arrived }) => !arrived).length;
    const room = Math.max(MOST_FILES - this.message.attachments().length - coming, 0);
    const { noun = 'A message' } = this.message;
    const words = files.length > room ? `${noun} takes ${MOST_FILES} files; the rest was not attached.` : '';
    if (files.length > 0) {
      this.said.set(words);
      this.message.overflow?.(words);
    }
    return files.slice(0, room);
  }

  private know(coming: readonly Upload[]): void {
    for (const { key, arrived, picture } of coming) {
      if (!arrived || picture !== null) continue;
      this.message.attach([arrived]);
      this.uploads.drop(key);
      this.said.set(`${arrived.name} is attached`);
    }
    const failed = coming.find(({ failure }) => failure);
    if (failed?.failure) this.said.set(`${failed.file.name} is not attached. ${failed.failure.message}`);
    const waits = coming.some(({ arrived, failure }) => !arrived && !failure) ? 'Sends once the files are here' : '';
    this.message.waitsFor.set(
      failed ? (failed.picture === null ? 'A file is not attached' : 'A picture is not here') : waits,
    );
  }

  private chipOf(file: AttachmentInfo): AttachmentChip {
    const { id, name, type, size } = file;
    const picture = type.startsWith('image/') ? this.api.thumbnailAddress(id) : null;
    return {
      key: id,
      name,
      words: sizeWords(size),
      icon: fileIcon(type),
      picture,
      part: null,
      failure: null,
      of: file,
    };
  }
}

function comingChip(upload: Upload): AttachmentChip {
  const { key, file, failure } = upload;
  const part = Math.floor(upload.part * 100);
  const way = 'all' in upload.source ? 'Being copied,' : `${part} % of`;
  return {
    ...{ key: String(key), name: file.name, icon: fileIcon(file.type), picture: null, failure, of: upload },
    words: failure?.message ?? `${way} ${sizeWords(file.size)}`,
    part: failure ? null : part,
  };
}
