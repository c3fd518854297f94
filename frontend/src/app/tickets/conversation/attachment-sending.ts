import { HttpClient, HttpContext, type HttpEvent, HttpEventType, HttpRequest } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { type Observable, catchError, defer, filter, map, of, shareReplay } from 'rxjs';
import { GOES_BY } from '../../api/answer-within';
import type { AttachmentInfo } from '../../api/conversation-model';
import type { components } from '../../api/schema.gen';
import { byXhr } from './by-xhr';

/** How much of a file has left, from 0 to 1; with `file` it has arrived. */
export interface UploadStep {
  readonly part: number;
  readonly file: AttachmentInfo | null;
}

/** Brings files to the desk and removes them there before they are sent. Every failed call ends in a `ProblemError`. */
@Injectable({ providedIn: 'root' })
export class AttachmentSending {
  protected readonly http = inject(HttpClient);
  /** Where files of this kind of person go. */
  protected readonly url: string = '/api/attachments';

  /** The most bytes that a file may have; null where the desk does not say. */
  readonly most: Observable<number | null> = defer(() =>
    this.http.get<components['schemas']['AttachmentLimits']>(`${this.url}/limits`),
  ).pipe(
    map(({ max_bytes }) => max_bytes),
    shareReplay(1),
    catchError(() => of(null)),
  );

  upload(file: File): Observable<UploadStep> {
    const form = new FormData();
    form.append('file', file, file.name);
    const context = new HttpContext().set(GOES_BY, byXhr);
    return this.http.request(new HttpRequest('POST', this.url, form, { context })).pipe(
      map(stepOf),
      filter((step) => step !== null),
    );
  }

  remove(id: string): Observable<unknown> {
    return this.http.delete(`${this.url}/${id}`);
  }
}

function stepOf(event: HttpEvent<unknown>): UploadStep | null {
  if (event.type === HttpEventType.UploadProgress) return { part: event.loaded / (event.total ?? 1), file: null };
  return event.type === HttpEventType.Response ? { part: 1, file: event.body as AttachmentInfo } : null;
}
