import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { type Observable } from 'rxjs';
import { answerWithin } from './answer-within';

const ANSWER_MS = 10_000;

/** Whether the desk works; open to everybody. Every failed call ends in a `ProblemError`. */
@Injectable({ providedIn: 'root' })
export class HealthApi {
  private readonly http = inject(HttpClient);

  /** Fails as `database_unavailable` (503) when the API runs without its database. */
  ready(): Observable<unknown> {
    return this.http.get('/api/health/ready', { context: answerWithin(ANSWER_MS) });
  }
}
