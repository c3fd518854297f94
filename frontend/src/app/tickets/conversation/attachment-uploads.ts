import { Injectable, inject, signal } from '@angular/core';
import {
  EMPTY,
  type Observable,
  ReplaySubject,
  Subject,
  catchError,
  filter,
  map,
  mergeMap,
  share,
  switchMap,
  takeUntil,
  tap,
  throwError,
} from 'rxjs';
import type { AttachmentInfo } from '../../api/conversation-model';
import { readableProblem } from '../../api/problem-error';
import { AttachmentSending, type UploadStep } from './attachment-sending';
import { sizeWords } from '../../ui/size-words';

/** So many files travel at the same time; browsers have few lines to one desk. */
const AT_ONCE = 2;

/** What a file is, wherever it comes from. */
export type FileLook = Pick<File, 'name' | 'size' | 'type'>;

/** A file on its way to the desk. */
export interface Upload {
  readonly key: number;
  /** To whose message it is attached. */
  readonly ticket: number;
  readonly file: FileLook;
  /** The file itself, or where it is copied from. */
  readonly source: File | Copy;
  /** What it is named by in the text that shows it, also once it has arrived; null for a file beside a text. */
  readonly picture: string | null;
  /** How much of it has left, from 0 to 1. */
  readonly part: number;
  /** Why it did not arrive. */
  readonly failure: { readonly message: string; readonly mayPass: boolean } | null;
  /** What it is on the desk, once it is there. */
  readonly arrived: AttachmentInfo | null;
}

/** Copies of files that the desk has, made there all at once; in the order of the files. */
export type Copies = Observable<readonly AttachmentInfo[]>;

/** One of several copies that come together. */
interface Copy {
  readonly all: Copies;
  readonly at: number;
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
    for (const file of files) this.queue.next(this.begin(ticket, file, file, null));
  }

  /** Files that the desk copies, all of them or none, by one call. */
  addCopies(ticket: number, files: readonly FileLook[], call: Copies): void {
    const keys: number[] = [];
    // What failed is called anew, and what has come is there for all.
    const copies = call.pipe(
      tap((all) => this.forgetOthers(all, keys)),
      share({ connector: () => new ReplaySubject(1), resetOnComplete: false, resetOnRefCountZero: false }),
    );
    const begun = files.map((file, at) => this.begin(ticket, file, { all: copies, at }, null));
    keys.push(...begun.map(({ key }) => key));
    for (const upload of begun) this.start(upload);
  }

  /** One that a text shows already, by a name for the time being. */
  addPicture(ticket: number, file: File, picture: string): void {
    this.queue.next(this.begin(ticket, file, file, picture));
  }

  /** Those that were to come together are tried together. */
  tryAgain(upload: Upload): void {
    const { source } = upload;
    const isWith = (one: Upload) => 'all' in source && 'all' in one.source && one.source.all === source.all;
    const together = this.uploads().filter((one) => one.failure && (one.key === upload.key || isWith(one)));
    for (const { key } of together) this.change(key, { failure: null, part: 0 });
    for (const one of together) this.start(one);
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

  private begin(ticket: number, file: FileLook, source: Upload['source'], picture: string | null): Upload {
    const key = ++this.lastKey;
    const upload = { key, ...{ ticket, file, source, picture }, part: 0, failure: null, arrived: null };
    this.uploads.update((all) => [...all, upload]);
    return upload;
  }

  /** Copies wait for no line: one call brings them all. */
  private start(upload: Upload): void {
    if ('size' in upload.source) this.queue.next(upload);
    else this.run(upload).subscribe();
  }

  private run({ key, source }: Upload): Observable<unknown> {
    if (!this.isThere(key)) return EMPTY;
    const steps =
      'size' in source
        ? this.upload(source)
        : source.all.pipe(map((all) => ({ part: 1, file: all[source.at] ?? null })));
    return steps.pipe(
      tap((step) => this.change(key, { part: step.part, arrived: step.file })),
      takeUntil(this.dropped.pipe(filter((dropped) => dropped === key))),
      catchError((error: unknown) => {
        const failure = error instanceof TooLarge ? { message: error.message, mayPass: false } : readableProblem(error);
        this.change(key, { failure });
        return EMPTY;
      }),
    );
  }

  private upload(file: File): Observable<UploadStep> {
    return this.sending.most.pipe(
      switchMap((most) =>
        most !== null && file.size > most ? throwError(() => new TooLarge(most)) : this.sending.upload(file),
      ),
    );
  }

  /** Copies that nobody waits for any more take no room. */
  private forgetOthers(all: readonly AttachmentInfo[], keys: readonly number[]): void {
    for (const [at, { id }] of all.entries())
      if (!this.isThere(keys[at])) this.sending.remove(id).subscribe({ error: () => undefined });
  }

  private isThere(key: number | undefined): boolean {
    return this.uploads().some((upload) => upload.key === key);
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
