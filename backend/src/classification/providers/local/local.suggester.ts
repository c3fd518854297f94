import type { DeskModel, OwnThresholds } from '../../../learning/domain/desk-model.ts';
import type { CategoryJudgement, FieldJudgement } from '../../../learning/domain/local-judgement.ts';
import type { FieldVerdict } from '../../../suggestions/domain/suggestion.ts';
import { TICKET_PRIORITIES } from '../../../vocabulary/ticket-priority.ts';
import { defaultJudgement } from '../../domain/default-judgement.ts';
import { SuggesterFailure } from '../../domain/suggester-failure.ts';
import type { Proposal, Suggester, SuggestionRequest } from '../../suggester.ts';

/** Where the model is found that answers at this moment. */
export interface CurrentModel {
  current(): Pick<DeskModel, 'judge' | 'version'>;
}

/**
 * The desk's own suggester: a model that learned from the tickets people decided, in the memory of this process. Where it
 * had rather say nothing of a field, the default is filled in, which claims nothing.
 */
export class LocalSuggester implements Suggester {
  readonly source = 'local';
  readonly model = 'built-in';
  readonly configured = true;
  readonly notTaken = [];
  private readonly models: CurrentModel;
  private readonly thresholds: () => Promise<OwnThresholds>;

  /** @param thresholds what an admin has set in place of what the model found out. */
  constructor(models: CurrentModel, thresholds: () => Promise<OwnThresholds>) {
    this.models = models;
    this.thresholds = thresholds;
  }

  /** The version of the model that answers; null before there is one. */
  get version(): string | null {
    return this.loaded()?.version ?? null;
  }

  async suggest({ text, categories }: SuggestionRequest): Promise<Proposal> {
    const model = this.loaded();
    if (!model) throw new SuggesterFailure('loading');
    const judged = model.judge(text, categories, await this.thresholds());
    const defaults = defaultJudgement(categories);
    const category = known(
      judged.category,
      categories.map(({ key }) => key),
      defaults.category,
    );
    const priority = known(judged.priority, TICKET_PRIORITIES, defaults.priority);
    return {
      ...{ category: category.value, priority: priority.value },
      confidence: { category: category.confidence, priority: priority.confidence },
      reasons: { category: category.words, priority: priority.words },
      verdicts: {
        category: { ...category.verdict, ...knownOf(judged.category, category.verdict) },
        priority: priority.verdict,
      },
      ...{ source: this.source, model: this.model, version: judged.version },
    };
  }

  private loaded(): ReturnType<CurrentModel['current']> | null {
    try {
      return this.models.current();
    } catch {
      return null;
    }
  }
}

/** Where no category is suggested: how much of the text the model could read. */
function knownOf(
  { knownWords, wordSample, language }: CategoryJudgement,
  { abstained }: FieldVerdict,
): Pick<FieldVerdict, 'knownWords' | 'language'> {
  if (abstained === null) return {};
  return { knownWords: { ...knownWords, ...wordSample }, ...(language !== null && { language }) };
}

interface Read<Value extends string> {
  readonly value: Value;
  readonly confidence: number | null;
  readonly words: readonly string[];
  readonly verdict: FieldVerdict<Value>;
}

/** A field as it is suggested: of values that are offered now, or the default where the model offers none of them. */
function known<Value extends string>(judged: FieldJudgement, offered: readonly Value[], byDefault: Value): Read<Value> {
  const { abstained, scores, threshold, temperature, knownShare } = judged;
  const isOffered = (value: string): value is Value => (offered as readonly string[]).includes(value);
  const options = judged.options.filter(isOffered);
  const [value] = options;
  const figures = { scores, threshold, temperature, knownShare };
  if (abstained !== null || value === undefined) {
    const verdict = { options: [], abstained: abstained ?? 'too_close', ...figures } as const;
    return { value: byDefault, confidence: null, words: [], verdict };
  }
  return {
    value,
    confidence: scores[value] ?? judged.confidence,
    words: judged.words,
    verdict: {
      ...{ options, abstained: null, ...figures },
      ...(options.length > 1 && { optionWords: judged.optionWords }),
    },
  };
}
