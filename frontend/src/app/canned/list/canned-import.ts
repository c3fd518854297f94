import { Injectable, inject, signal } from '@angular/core';
import { type Observable, catchError, defer, finalize, from, map, of, switchMap } from 'rxjs';
import { type CannedImport, CannedAnswersApi, IMPORT_AT_ONCE } from '../../api/canned-answers-api';
import { problemOf } from '../../api/problem-error';
import { type Failure, failureOf } from '../../kit/forms/failure';
import { counted } from '../../ui/count-words';
import { NoCannedFile, answerAt, answersIn } from './canned-file';

/** So many faults of a file are told; who mends them finds the others. */
const TOLD = 5;

const NONE = 'The file was not taken in.';

/** Takes in a file of canned answers, one at a time. Provided by the page. */
@Injectable()
export class CannedImporting {
  private readonly api = inject(CannedAnswersApi);
  private readonly running = signal(false);
  private readonly failed = signal<Failure | null>(null);

  readonly reading = this.running.asReadonly();
  /** Why the last file was not taken in. */
  readonly failure = this.failed.asReadonly();
  private readonly parted = signal(NONE);
  /** How much of the last file was not taken in, a sentence. */
  readonly what = this.parted.asReadonly();

  /** Emits what came of it; null when it failed, which `failure` tells. */
  take(file: File): Observable<CannedImport | null> {
    return defer(() => {
      this.failed.set(null);
      this.parted.set(NONE);
      this.running.set(true);
      return from(file.text());
    }).pipe(
      map(answersIn),
      switchMap((answers) => this.send(answers)),
      catchError((error: unknown) => {
        this.failed.set(error instanceof NoCannedFile ? notOne(error) : failureOf(error));
        return of(null);
      }),
      finalize(() => this.running.set(false)),
    );
  }

  private send(answers: readonly unknown[]): Observable<CannedImport | null> {
    let sent = 0;
    return this.api
      .import(answers, () => (sent += IMPORT_AT_ONCE))
      .pipe(
        catchError((error: unknown) => {
          if (sent > 0) this.parted.set(partly(sent, answers.length - sent));
          this.failed.set(failureOf(error, sentences(error, answers.slice(sent))));
          return of(null);
        }),
      );
  }
}

function partly(taken: number, left: number): string {
  return `The first ${counted(taken, 'answer')} of the file ${taken === 1 ? 'is' : 'are'} taken in, the other ${left} not; the file can be tried again.`;
}

function notOne({ message }: NoCannedFile): Failure {
  return { why: `This is no file of canned answers: ${message}.`, requestId: null, mayPass: false };
}

/** What the API has against single answers, each by its name. */
function sentences(error: unknown, answers: readonly unknown[]): readonly string[] {
  const all = (problemOf(error)?.errors ?? []).map(({ field, message }) => {
    const name = answerAt(field, answers);
    return name === null ? message : `“${name}”: ${message}`;
  });
  const more = all.length - TOLD;
  return more > 0 ? [...all.slice(0, TOLD), `And ${more} more.`] : all;
}
