import { DestroyRef, Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { AttachmentsApi } from '../../api/attachments-api';
import type { AttachmentInfo } from '../../api/conversation-model';
import { AttachingTo } from './attaching-to';
import { AttachmentSending } from './attachment-sending';
import { type Upload, AttachmentUploads } from './attachment-uploads';
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
  private readonly said = signal('');

  private readonly coming = computed(() =>
    this.uploads.all().filter(({ ticket }) => ticket === this.message.openTicket()),
  );
  readonly chips = computed<readonly AttachmentChip[]>(() => [
    ...this.message.attachments().map((file) => this.chipOf(file)),
    ...this.coming()
      .filter(({ arrived }) => !arrived)
      .map(comingChip),
  ]);
  /** What happened last, for those who listen. */
  readonly told = this.said.asReadonly();

  constructor() {
    effect(() => {
      const coming = this.coming();
      untracked(() => this.know(coming));
    });
    inject(DestroyRef).onDestroy(() => this.message.waitsFor.set(''));
  }

  add(files: readonly File[]): void {
    const ticket = this.message.openTicket();
    if (ticket === undefined || files.length === 0) return;
    const room = MOST_FILES - this.chips().length;
    this.uploads.add(ticket, files.slice(0, Math.max(room, 0)));
    this.said.set(files.length > room ? `A message takes ${MOST_FILES} files; the rest was not attached.` : '');
  }

  tryAgain({ of }: AttachmentChip): void {
    if ('file' in of) this.uploads.tryAgain(of);
  }

  remove({ of, name }: AttachmentChip): void {
    if ('file' in of) this.uploads.drop(of.key);
    else {
      this.message.detach(of.id);
      // One that stays there is removed by the desk.
      this.sending.remove(of.id).subscribe({ error: () => undefined });
    }
    this.said.set(`${name} was removed`);
  }

  private know(coming: readonly Upload[]): void {
    for (const { key, arrived } of coming) {
      if (!arrived) continue;
      this.message.attach([arrived]);
      this.uploads.drop(key);
      this.said.set(`${arrived.name} is attached`);
    }
    const failed = coming.find(({ failure }) => failure);
    if (failed?.failure) this.said.set(`${failed.file.name} is not attached. ${failed.failure.message}`);
    const waits = coming.some(({ arrived, failure }) => !arrived && !failure) ? 'Sends once the files are here' : '';
    this.message.waitsFor.set(failed ? 'A file is not attached' : waits);
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
  return {
    ...{ key: String(key), name: file.name, icon: fileIcon(file.type), picture: null, failure, of: upload },
    words: failure?.message ?? `${part} % of ${sizeWords(file.size)}`,
    part: failure ? null : part,
  };
}
