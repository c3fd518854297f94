import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { type Observable } from 'rxjs';
import type { Lexicon, LexiconChanges, LexiconTrial } from './admin-model';
import { ifMatch } from './if-match';
import { follow } from './live/follow';
import { reloadWhenBack } from './reload-when-back';

const LEXICON_URL = '/api/admin/suggestions/lexicon';

/** The words that the desk goes by. Only admins are answered. */
@Injectable({ providedIn: 'root' })
export class AdminLexiconApi {
  private readonly http = inject(HttpClient);

  /** Call it in an injection context. */
  lexicon(): HttpResourceRef<Lexicon | undefined> {
    return follow(reloadWhenBack(httpResource<Lexicon>(() => LEXICON_URL)), ['settings.changed']);
  }

  /** Takes the place of all changes before. Refused as `stale_version` (412) when another admin was faster. */
  replace(changes: LexiconChanges, version: number): Observable<Lexicon> {
    return this.http.put<Lexicon>(LEXICON_URL, changes, { headers: ifMatch(version) });
  }

  /** What these words do to a text. Nothing is stored. */
  tryOn(text: string, changes: LexiconChanges): Observable<LexiconTrial> {
    return this.http.post<LexiconTrial>(`${LEXICON_URL}/try`, { text, changes });
  }
}
