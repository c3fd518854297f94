/** A suggestion as the API sends it. */
export interface SuggestionBody {
  suggestion_id: string;
  suggested_category: string;
  suggested_priority: string;
  confidence: { category: number | null; priority: number | null };
  source: string;
  model: string | null;
  reasons: { category: string[]; priority: string[] };
  notice: string | null;
  options: { category: string[]; priority: string[] };
  option_reasons: { category: string; words: string[] }[];
  abstained: boolean;
  abstained_because: string | null;
  known_words: { known: number; of: number; seen: string[]; unseen: string[] } | null;
  language: string | null;
  hidden: boolean;
  record: { category: RecordBody | null; priority: RecordBody | null };
  measured: boolean;
  confirmed: number;
}

interface RecordBody {
  right: number;
  of: number;
}
