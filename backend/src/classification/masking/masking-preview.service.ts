import { Injectable } from '@nestjs/common';
import { DeskSettings } from '../../suggestions/desk-settings.service.ts';
import { requireUsablePatterns } from '../../suggestions/domain/mask-pattern.ts';
import { Mask } from './mask.ts';
import type { OwnPattern } from './own-patterns.ts';

/** A text as an LLM would read it, and what each placeholder stands for. */
export interface PreviewedMask {
  readonly text: string;
  readonly parts: readonly { readonly placeholder: string; readonly value: string }[];
  /** Whether the desk is set to mask what it sends. */
  readonly masking: boolean;
}

/** Shows what masking does to a text, without sending it anywhere. */
@Injectable()
export class MaskingPreview {
  constructor(private readonly settings: DeskSettings) {}

  /**
   * @param patterns tried in place of those of the desk; null for those.
   * @throws ValidationFailed naming each pattern that cannot be used.
   */
  async of(text: string, patterns: readonly OwnPattern[] | null): Promise<PreviewedMask> {
    requireUsablePatterns(patterns ?? []);
    const { masking, maskPatterns } = await this.settings.current();
    const asked = { title: '', description: text };
    const { description } = new Mask({ masking: true, patterns: patterns ?? maskPatterns }, [asked]).ticket(asked);
    const parts = description.parts.map(({ placeholder, start, end }) => ({
      placeholder,
      value: text.slice(start, end),
    }));
    return { text: description.text, parts, masking };
  }
}
