import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { type Observable, map } from 'rxjs';
import type { components } from './schema.gen';

type Schemas = components['schemas'];

/** An answer that is written once and given often: everybody's, or one's own. */
export type CannedAnswer = Schemas['CannedAnswerDto'];

const URL = '/api/canned-answers';

/** Finds answers that are given often. Every failed call ends in a `ProblemError`. */
@Injectable({ providedIn: 'root' })
export class CannedAnswersApi {
  private readonly http = inject(HttpClient);

  /** Those with all words in name or text, also half typed, the most used first; the most used of all without any. */
  find(search: string, limit: number): Observable<readonly CannedAnswer[]> {
    const params = { limit, ...(search !== '' && { search }) };
    return this.http.get<Schemas['CannedAnswerListDto']>(URL, { params }).pipe(map(({ results }) => results));
  }

  /** Counts that one was put into a message. */
  countUse(id: number): Observable<unknown> {
    return this.http.post(`${URL}/${id}/uses`, null);
  }
}
