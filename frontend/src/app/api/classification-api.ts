import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { type Observable } from 'rxjs';
import type { Suggestion, TicketText } from './model';

/** Asks the desk where a ticket belongs and how urgent it is. */
@Injectable({ providedIn: 'root' })
export class ClassificationApi {
  private readonly http = inject(HttpClient);

  /**
   * A failing model still answers, with `source: 'default'` and a notice. With `hideable` the desk may keep its suggestion
   * from sight, to learn what people choose without it. Unsubscribing cancels the question.
   */
  classify(text: TicketText, hideable: boolean): Observable<Suggestion> {
    return this.http.post<Suggestion>('/api/tickets/classify', hideable ? { ...text, hideable } : text);
  }
}
