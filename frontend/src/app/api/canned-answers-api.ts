import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { type Observable, concatMap, from, map, reduce, tap } from 'rxjs';
import { BASE_PATH } from './base-path';
import type { AttachmentInfo } from './conversation-model';
import { ifMatch } from './if-match';
import { Pages } from './page';
import type { components } from './schema.gen';

type Schemas = components['schemas'];

/** An answer that is written once and given often: everybody's, or one's own. */
export type CannedAnswer = Schemas['CannedAnswerDto'];
/** What people write of one; `attachments` are the ids of its files. */
export type CannedFields = Required<Schemas['CreateCannedAnswerDto']>;
/** What becomes of the ticket with one; what is left out stays as it is. */
export type CannedSteps = CannedAnswer['steps'];
/** How many came to it, and how many were there already. */
export type CannedImport = Schemas['CannedImportDto'];

export interface CannedFilter {
  /** Words of name or text. */
  readonly search?: string;
  /** Only everybody's, or only one's own. */
  readonly team?: boolean;
}

const URL = '/api/canned-answers';
/** So many are taken in at once. */
export const IMPORT_AT_ONCE = 100;

/** Answers that are given often. Every failed call ends in a `ProblemError`. */
@Injectable({ providedIn: 'root' })
export class CannedAnswersApi {
  private readonly http = inject(HttpClient);

  /** The most used first. */
  readonly pages = new Pages<CannedAnswer, CannedFilter>(this.http, URL);
  /** Where all that the reader sees are handed out as a file. */
  readonly exportUrl = `${inject(BASE_PATH)}${URL}/export`;

  /** Those with all words in name or text, also half typed, the most used first; the most used of all without any. */
  find(search: string, limit: number): Observable<readonly CannedAnswer[]> {
    const params = { limit, ...(search !== '' && { search }) };
    return this.http.get<Schemas['CannedAnswerListDto']>(URL, { params }).pipe(map(({ results }) => results));
  }

  fetch(id: number): Observable<CannedAnswer> {
    return this.http.get<CannedAnswer>(`${URL}/${id}`);
  }

  create(fields: CannedFields): Observable<CannedAnswer> {
    return this.http.post<CannedAnswer>(URL, fields);
  }

  /** Steps and files are all that it is to have. Refused as `stale_version` (412) when somebody else was faster. */
  change({ id, version }: CannedAnswer, fields: Partial<CannedFields>): Observable<CannedAnswer> {
    return this.http.patch<CannedAnswer>(`${URL}/${id}`, fields, { headers: ifMatch(version) });
  }

  /** Refused as `stale_version` (412) when somebody else changed it meanwhile. */
  delete({ id, version }: CannedAnswer): Observable<unknown> {
    return this.http.delete(`${URL}/${id}`, { headers: ifMatch(version) });
  }

  /** Brings back one that was deleted, as it was: with its files and how often it was used. For a day. */
  restore(id: number): Observable<CannedAnswer> {
    return this.http.post<CannedAnswer>(`${URL}/${id}/restore`, null);
  }

  /**
   * Takes in what an export gave, as many at a time as the API takes; each time all of them or none. Emits once, at the end. What is
   * there already to the letter is not added again, so that the whole can be tried once more. `went` is told what came of each part that went well.
   */
  import(answers: readonly unknown[], went: (came: CannedImport) => void = () => undefined): Observable<CannedImport> {
    const parts = Array.from({ length: Math.ceil(answers.length / IMPORT_AT_ONCE) }, (_, at) =>
      answers.slice(at * IMPORT_AT_ONCE, (at + 1) * IMPORT_AT_ONCE),
    );
    return from(parts).pipe(
      concatMap((part) => this.http.post<CannedImport>(`${URL}/import`, { answers: part })),
      tap(went),
      reduce(
        (sum, { added, known, without_files }) => ({
          ...{ added: sum.added + added, known: sum.known + known },
          without_files: [...sum.without_files, ...without_files],
        }),
        NOTHING,
      ),
    );
  }

  /** Copies its files for a message: all of them in their order, or none. */
  copyFiles(id: number): Observable<readonly AttachmentInfo[]> {
    return this.http.post<Schemas['CannedCopiesDto']>(`${URL}/${id}/copies`, null).pipe(map(({ results }) => results));
  }

  /** Counts that one was put into a message. */
  countUse(id: number): Observable<unknown> {
    return this.http.post(`${URL}/${id}/uses`, null);
  }
}

const NOTHING: CannedImport = { added: 0, known: 0, without_files: [] };
