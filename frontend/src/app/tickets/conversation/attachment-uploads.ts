import { Injectable, inject, signal } from '@angular/core';
import {
  EMPTY,
  type Observable,
  Subject,
  catchError,
  filter,
  mergeMap,
  switchMap,
  takeUntil,
  tap,
  throwError,
} from 'rxjs';
import type { AttachmentInfo } from '../../api/conversation-model';
import { readableProblem } from '../../api/problem-error';
import { AttachmentSending } from './attachment-sending';
import { sizeWords } from '../../ui/size-words';

/** So many files travel at the same time; browsers have few lines to one desk. */
const AT_ONCE = 2;

/** A file on its way to the desk. */
export interface Upload {
  readonly key: number;
  /** To whose message it is attached. */
  readonly ticket: number;
  readonly file: File;
  /** What it is named by in the text that shows it, also once it has arrived; null for a file beside a text. */
  readonly picture: string | null;
  /** How much of it has left, from 0 to 1. */
  readonly part: number;
  /** Why it did not arrive. */
  readonly failure: { readonly message: string; readonly mayPass: boolean } | null;
  /** What it is on the desk, once it is there. */
  readonly arrived: AttachmentInfo | null;
}

/** Files that are on their way, also while nobody looks at the message that they are for. */
@Injectable({ providedIn: 'root' })
export class AttachmentUploads {
  private readonly sending = inject(AttachmentSending);
  private readonly uploads = signal<readonly Upload[]>([]);
  private readonly queue = new Subject<Upload>();
  private readonly dropped = new Subject<number>();
  private lastKey = 0;

  readonly all = this.uploads.asReadonly();

  constructor() {
    this.queue.pipe(mergeMap((upload) => this.run(upload), AT_ONCE)).subscribe();
  }

  add(ticket: number, files: readonly File[]): void {
    for (const file of files) this.begin(ticket, file, null);
  }

  /** One that a text shows already, by a name for the time being. */
  addPicture(ticket: number, file: File, picture: string): void {
    this.begin(ticket, file, picture);
  }

  tryAgain(upload: Upload): void {
    this.change(upload.key, { failure: null, part: 0 });
    this.queue.next(upload);
  }

  /** It is on the desk, and not what it was taken for. */
  fail(key: number, message: string): void {
    this.change(key, { arrived: null, failure: { message, mayPass: false } });
  }

  /** Gives it up, or forgets it when it has arrived. */
  drop(key: number): void {
    this.uploads.update((all) => all.filter((upload) => upload.key !== key));
    this.dropped.next(key);
  }

  private begin(ticket: number, file: File, picture: string | null): void {
    const upload = { key: ++this.lastKey, ...{ ticket, file, picture }, part: 0, failure: null, arrived: null };
    this.uploads.update((all) => [...all, upload]);
    this.queue.next(upload);
  }

  private run({ key, file }: Upload): Observable<unknown> {
    if (!this.uploads().some((upload) => upload.key === key)) return EMPTY;
    return this.sending.most.pipe(
      switchMap((most) =>
        most !== null && file.size > most ? throwError(() => new TooLarge(most)) : this.sending.upload(file),
      ),
      tap((step) => this.change(key, { part: step.part, arrived: step.file })),
      takeUntil(this.dropped.pipe(filter((dropped) => dropped === key))),
      catchError((error: unknown) => {
        const failure = error instanceof TooLarge ? { message: error.message, mayPass: false } : readableProblem(error);
        this.change(key, { failure });
        return EMPTY;
      }),
    );
  }

  private change(key: number, change: Partial<Upload>): void {
    this.uploads.update((all) => all.map((upload) => (upload.key === key ? { ...upload, ...change } : upload)));
  }
}

class TooLarge extends Error {
  constructor(most: number) {
    super(`Too large: a file may have at most ${sizeWords(most)}.`);
  }
}
