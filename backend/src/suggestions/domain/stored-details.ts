import type { AbstentionReason } from './abstention.ts';
import type { FieldVerdict, Suggestion } from './suggestion.ts';

/** What led to a field's value, as the ledger keeps it beside the value and its confidence. */
export interface StoredField {
  readonly options: readonly string[];
  readonly abstained: AbstentionReason | null;
  /** The words of the ticket that decided. */
  readonly words: readonly string[];
  readonly scores?: Readonly<Record<string, number>>;
  readonly threshold?: number | null;
  readonly temperature?: number;
  readonly known_share?: number;
}

/** All that led to a suggestion, as the column `details` keeps it. */
export interface StoredDetails {
  readonly category: StoredField;
  readonly priority: StoredField;
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

function storedField({ knownShare, ...verdict }: FieldVerdict, words: readonly string[]): StoredField {
  return { ...verdict, words, ...(knownShare !== undefined && { known_share: knownShare }) };
}
