import type { FieldVerdict, KnownWords, PerField, Suggestion } from './suggestion.ts';

/** What led to a field's value, as the ledger keeps it beside the value and its confidence. */
export interface StoredField extends Omit<FieldVerdict, 'knownShare' | 'knownWords' | 'optionWords'> {
  /** The words of the ticket that decided. */
  readonly words: readonly string[];
  /** Of each of two that were offered, the words that spoke for it. */
  readonly option_words?: Readonly<Record<string, readonly string[]>>;
  readonly known_share?: number;
  readonly known_words?: KnownWords;
}

/** All that led to a suggestion, as the column `details` keeps it. */
export interface StoredDetails extends PerField<StoredField> {
  /** Of values that stand in for those of the one who was asked: whose they are. */
  readonly model?: string | null;
  readonly version?: string | null;
  /** What the person was told. */
  readonly notice: string | null;
}

export function storedDetails({ verdicts, reasons, source, by, asked, notice }: Suggestion): StoredDetails {
  return {
    category: storedField(verdicts.category, reasons.category),
    priority: storedField(verdicts.priority, reasons.priority),
    ...(source !== asked.source && { model: by.model, version: by.version }),
    notice,
  };
}

function storedField(
  { knownShare, knownWords, optionWords, ...verdict }: FieldVerdict,
  words: readonly string[],
): StoredField {
  return {
    ...{ ...verdict, words },
    ...(optionWords && { option_words: optionWords }),
    ...(knownShare !== undefined && { known_share: knownShare }),
    // The counts alone: words that the desk does not know are nobody's but the writer's.
    ...(knownWords && { known_words: { known: knownWords.known, of: knownWords.of } }),
  };
}
