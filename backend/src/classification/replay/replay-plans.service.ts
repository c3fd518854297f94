import { Injectable } from '@nestjs/common';
import { type FieldError, ValidationFailed } from '../../common/problems/domain-error.ts';
import { Settings } from '../../config/settings.ts';
import type { ConfirmedTicket } from '../../learning/domain/confirmed-ticket.ts';
import { isUnseenBy } from '../../learning/replay/judged-replay.ts';
import { LocalReplay } from '../../learning/replay/local-replay.service.ts';
import { DeskSettings } from '../../suggestions/desk-settings.service.ts';
import {
  type AskedReplay,
  type AskedSide,
  type PerSide,
  REPLAY_LLM_TICKETS_MAX,
  type ReplayPlan,
  type ReplaySide,
  SIDE_NAMES,
  type SideName,
} from './domain/replay.ts';
import { LlmReplay } from './llm-replay.service.ts';
import { type ReplayCost, ReplayCosts } from './replay-cost.service.ts';

/** What a replay would do, if it were begun now. */
export interface ReplayPreview {
  readonly plan: ReplayPlan;
  /** How many confirmed tickets there are of those asked for. */
  readonly tickets: number;
  /** How many of them each model may have learned from, so that one is made in its place without them; 0 for an LLM. */
  readonly learned: PerSide<number>;
  readonly cost: ReplayCost | null;
}

/** Works out what a replay is to do: who both sides are, with all that they go by at this moment. */
@Injectable()
export class ReplayPlans {
  constructor(
    private readonly settings: Settings,
    private readonly desk: DeskSettings,
    private readonly local: LocalReplay,
    private readonly llm: LlmReplay,
    private readonly costs: ReplayCosts,
  ) {}

  /** @throws ValidationFailed when a side is nobody whom this desk could ask, or both are the same. */
  async of(asked: AskedReplay): Promise<ReplayPlan> {
    const [baseline, candidate] = [
      await this.sideOf('baseline', asked.baseline ?? this.present()),
      await this.sideOf('candidate', asked.candidate),
    ];
    const errors = [baseline, candidate].flatMap((side) => (Array.isArray(side) ? side : []));
    if (Array.isArray(baseline) || Array.isArray(candidate)) throw new ValidationFailed(errors);
    if (JSON.stringify(baseline) === JSON.stringify(candidate)) throw refused('candidate', 'same', SAME);
    const asksLlm = baseline.by === 'llm' || candidate.by === 'llm';
    if (asksLlm && asked.tickets > REPLAY_LLM_TICKETS_MAX) throw refused('tickets', 'too_many', TOO_MANY);
    return { tickets: asked.tickets, baseline, candidate };
  }

  /** @throws ValidationFailed as `of` does. */
  async preview(asked: AskedReplay): Promise<ReplayPreview> {
    const plan = await this.of(asked);
    const tickets = await this.local.newest(plan.tickets);
    const [learned, cost] = await Promise.all([this.learnedFrom(plan, tickets), this.costs.of(plan, tickets)]);
    return { plan, tickets: tickets.length, learned, cost };
  }

  /** How many confirmed tickets there are, of so many. */
  async count(tickets: number): Promise<number> {
    return (await this.local.newest(tickets)).length;
  }

  /** Who answers first: the LLM, where the desk asks one and has what it takes. */
  private present(): AskedSide {
    return { by: this.settings.llm.provider !== 'local' && this.llm.configured ? 'llm' : 'local' };
  }

  private async sideOf(name: SideName, asked: AskedSide): Promise<ReplaySide | FieldError[]> {
    const odd = misplaced(name, asked);
    if (odd.length > 0) return odd;
    return asked.by === 'llm' ? this.llmSide(name, asked) : this.localSide(name, asked);
  }

  private async localSide(name: SideName, asked: AskedSide): Promise<ReplaySide | FieldError[]> {
    const [model, set] = await Promise.all([this.local.model(asked.model ?? null), this.desk.current()]);
    if (!model) return [{ field: `${name}.model`, code: 'unknown_value', message: NO_MODEL }];
    const { categoryThreshold = set.categoryThreshold, priorityThreshold = set.priorityThreshold } = asked;
    return {
      ...{ by: 'local', model: model.id, version: model.version },
      ...{ category_threshold: categoryThreshold, priority_threshold: priorityThreshold },
    };
  }

  private async llmSide(name: SideName, { llmModel, examples }: AskedSide): Promise<ReplaySide | FieldError[]> {
    if (!this.llm.configured) return [{ field: `${name}.by`, code: 'not_set_up', message: NO_LLM }];
    const { model, version } = this.llm.present;
    const set = await this.desk.current();
    return { by: 'llm', model: llmModel ?? model, version, examples: examples ?? set.examples };
  }

  private async learnedFrom(plan: ReplayPlan, tickets: readonly ConfirmedTicket[]): Promise<PerSide<number>> {
    const written = await this.local.writtenAt(tickets.map(({ id }) => id));
    const [baseline = 0, candidate = 0] = await Promise.all(
      SIDE_NAMES.map(async (name) => {
        const side = plan[name];
        const model = side.by === 'local' ? await this.local.model(side.model) : null;
        return model ? written.filter((ticket) => !isUnseenBy(model, ticket)).length : 0;
      }),
    );
    return { baseline, candidate };
  }
}

const SAME = 'Both sides are the same: there is nothing to compare.';
const TOO_MANY = `Tickets must be at most ${String(REPLAY_LLM_TICKETS_MAX)} where an LLM is asked.`;
const NO_MODEL = 'Model must be one of those that one can go back to.';
const NO_LLM = 'No LLM is set up.';

function refused(field: string, code: string, message: string): ValidationFailed {
  return new ValidationFailed([{ field, code, message }]);
}

/** What is said of a side that is none of its business. */
function misplaced(name: SideName, side: AskedSide): FieldError[] {
  const { by, model, categoryThreshold, priorityThreshold, llmModel, examples } = side;
  const given = (fields: Readonly<Record<string, unknown>>): string[] =>
    Object.keys(fields).filter((field) => fields[field] !== undefined && fields[field] !== null);
  const odd =
    by === 'llm'
      ? given({ model, category_threshold: categoryThreshold, priority_threshold: priorityThreshold })
      : given({ llm_model: llmModel, examples });
  return odd.map((field) => {
    const whose = by === 'llm' ? "of the desk's own suggester" : 'of an LLM';
    return { field: `${name}.${field}`, code: 'not_of_this', message: `${inWords(field)} is ${whose}.` };
  });
}

/** A field as a sentence begins with it. */
function inWords(field: string): string {
  const words = field.replaceAll('_', ' ').replace(/^llm/, 'LLM');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
