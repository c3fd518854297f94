import { type HttpResourceRef, httpResource } from '@angular/common/http';
import { Injectable, type Signal } from '@angular/core';
import type { LlmBudget, MaskPattern, MaskedPreview, SentForSuggestion } from './admin-model';
import { follow } from './live/follow';
import { reloadWhenBack } from './reload-when-back';

/** What leaves the desk for an LLM, and what that costs. Only admins are answered. */
@Injectable({ providedIn: 'root' })
export class LlmDataApi {
  /** Call it in an injection context. */
  budget(): HttpResourceRef<LlmBudget | undefined> {
    return follow(reloadWhenBack(httpResource<LlmBudget>(() => '/api/admin/suggestions/budget')), [
      'settings.changed',
      'suggestions.changed',
    ]);
  }

  /** The calls that a suggestion took. Call it in an injection context. */
  sent(suggestionId: string): HttpResourceRef<SentForSuggestion | undefined> {
    return reloadWhenBack(httpResource<SentForSuggestion>(() => `/api/admin/suggestions/${suggestionId}/sent`));
  }

  /** What an LLM would read of a text; asked nothing while there is none. Call it in an injection context. */
  preview(
    asked: Signal<{ readonly text: string; readonly patterns: readonly MaskPattern[] }>,
  ): HttpResourceRef<MaskedPreview | undefined> {
    return httpResource<MaskedPreview>(() => {
      const { text, patterns } = asked();
      if (text.trim() === '') return undefined;
      const body = { text, mask_patterns: patterns };
      return { url: '/api/admin/suggestions/masking/preview', method: 'POST', body };
    });
  }
}
