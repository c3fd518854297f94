import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { type Observable, map } from 'rxjs';
import type { Suggestion, TicketText } from './model';

/** A suggestion, and what names the request in the logs of whoever runs the desk. */
export interface GivenSuggestion {
  readonly suggestion: Suggestion;
  readonly requestId: string | null;
}

/** Asks the desk where a ticket belongs and how urgent it is. */
@Injectable({ providedIn: 'root' })
export class ClassificationApi {
  private readonly http = inject(HttpClient);

  /**
   * A failing model still answers, with `source: 'default'` and a notice. With `hideable` the desk may keep its suggestion
   * from sight, to learn what people choose without it. Unsubscribing cancels the question.
   */
  classify(text: TicketText, hideable: boolean): Observable<GivenSuggestion> {
    return this.http
      .post<Suggestion>('/api/tickets/classify', hideable ? { ...text, hideable } : text, { observe: 'response' })
      .pipe(
        map(({ body, headers }) => {
          if (body === null) throw new Error('The desk answered without a suggestion');
          return { suggestion: body, requestId: headers.get('X-Request-Id') };
        }),
      );
  }
}
