import type { LocalReplay } from '../../learning/replay/local-replay.service.ts';
import { isUnseenBy } from '../../learning/replay/judged-replay.ts';
import type { LocalAnswer, LocalSide, StoredModel } from '../../learning/replay/replay-order.ts';
import {
  type KeepOutcomes,
  type PerSide,
  type ReplayPlan,
  type ReplayTicket,
  SIDE_NAMES,
  type SideName,
} from './domain/replay.ts';
import { ReplayFailure } from './replay-failure.ts';

/** The sides of a replay that the desk's own suggester takes. */
export class LocalSides {
  /** Whose words and categories are not those of today. */
  readonly ofOtherWords: PerSide<boolean>;
  private readonly names: readonly SideName[];
  private readonly plan: ReplayPlan;
  private readonly models: ReadonlyMap<number, StoredModel>;
  private readonly local: LocalReplay;

  private constructor(plan: ReplayPlan, models: ReadonlyMap<number, StoredModel>, local: LocalReplay) {
    this.plan = plan;
    this.models = models;
    this.local = local;
    this.names = SIDE_NAMES.filter((name) => plan[name].by === 'local');
    const ofOther = (name: SideName): boolean => this.modelOf(name)?.isOfToday === false;
    this.ofOtherWords = { baseline: ofOther('baseline'), candidate: ofOther('candidate') };
  }

  /** @throws ReplayFailure when a model is gone meanwhile. */
  static async of(plan: ReplayPlan, local: LocalReplay): Promise<LocalSides> {
    const models = new Map<number, StoredModel>();
    for (const name of SIDE_NAMES) {
      const side = plan[name];
      if (side.by !== 'local' || models.has(side.model)) continue;
      const model = await local.stored(side.model);
      if (!model) throw new ReplayFailure(`Of model ${side.version} only the figures are left.`);
      models.set(side.model, model);
    }
    return new LocalSides(plan, models, local);
  }

  /** Judges the tickets that lack an answer, part by part, and has each part kept. */
  async judge(tickets: readonly ReplayTicket[], signal: AbortSignal, keep: KeepOutcomes): Promise<void> {
    const open = tickets.filter((ticket) => this.names.some((name) => ticket[name] === null));
    if (open.length === 0) return;
    const replayed = await this.local.writtenAt(open.map(({ ticket }) => ticket));
    const writtenAt = new Map(replayed.map((ticket) => [ticket.id, ticket] as const));
    const madeAgain = ({ side, ticket }: LocalAnswer): boolean => {
      const [name, written] = [this.names[side], writtenAt.get(ticket)];
      const model = name && this.modelOf(name);
      return model !== undefined && written !== undefined && !isUnseenBy(model, written);
    };
    let kept = Promise.resolve();
    const judged = (answers: readonly LocalAnswer[]): void => {
      this.names.forEach((name, side) => {
        const own = answers.filter((answer) => answer.side === side);
        const outcomes = own.map((one) => ({
          ticket: one.ticket,
          outcome: { answer: one.answer, madeAgain: madeAgain(one) },
        }));
        if (outcomes.length > 0) kept = kept.then(() => keep(name, outcomes));
      });
      // It is awaited at the end, and may fail before.
      kept.catch(() => undefined);
    };
    const sides = this.names.flatMap((name) => sideOf(this.plan, name));
    await this.local.judge(replayed, { sides, models: [...this.models.values()] }, { signal, judged });
    await kept;
  }

  private modelOf(name: SideName): StoredModel | undefined {
    const side = this.plan[name];
    return side.by === 'local' ? this.models.get(side.model) : undefined;
  }
}

function sideOf(plan: ReplayPlan, name: SideName): LocalSide[] {
  const side = plan[name];
  if (side.by !== 'local') return [];
  return [{ model: side.model, thresholds: { category: side.category_threshold, priority: side.priority_threshold } }];
}
