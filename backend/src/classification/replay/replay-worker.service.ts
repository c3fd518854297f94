import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { JobHandlers } from '../../jobs/job-handlers.ts';
import { LocalReplay } from '../../learning/replay/local-replay.service.ts';
import { replayResult } from './domain/replay-result.ts';
import {
  type KeepOutcomes,
  REPLAY_TICKETS_MIN,
  type ReplayPlan,
  type ReplayTicket,
  SIDE_NAMES,
  type SideName,
} from './domain/replay.ts';
import { LlmReplay } from './llm-replay.service.ts';
import { LocalSides } from './local-sides.ts';
import { ReplayFailure } from './replay-failure.ts';
import { ReplayProgressRepository } from './replay-progress.repository.ts';
import { REPLAYS, REPLAYS_RESCUE } from './replay.job.ts';
import { whileOpen } from './while-open.ts';

const INTERRUPTED = 'It was interrupted again and again: the processes that did it stopped. Start it once more.';
const UNEXPECTED = 'Something went wrong on the side of the desk; its log says what.';

/**
 * Does replays. What is known of a ticket is kept at once, so a replay goes on where it was when a worker stops or dies: no
 * LLM is asked twice about what it has answered.
 */
@Injectable()
export class ReplayWorker implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly progress: ReplayProgressRepository,
    private readonly local: LocalReplay,
    private readonly llm: LlmReplay,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext(ReplayWorker.name);
  }

  onModuleInit(): void {
    this.handlers.add(REPLAYS, ({ data, signal, last }) => this.work(data.replay, signal, last));
    this.handlers.add(REPLAYS_RESCUE, () => this.rescue());
  }

  /** Ends the replays that have lost their job: a worker that stops or dies on the last try can tell nobody. */
  async rescue(): Promise<void> {
    for (const id of await this.progress.abandoned(REPLAYS.name)) await this.progress.fail(id, INTERRUPTED);
  }

  private async work(id: string, stopping: AbortSignal, last: boolean): Promise<void> {
    const plan = await this.progress.begin(id);
    if (!plan) return;
    try {
      await whileOpen(
        () => this.progress.isOpen(id),
        stopping,
        (signal) => this.replay(id, plan, signal),
      );
    } catch (error) {
      if (error instanceof ReplayFailure) {
        await this.progress.fail(id, error.message);
        return;
      }
      if (last && !stopping.aborted) await this.progress.fail(id, UNEXPECTED);
      throw error;
    }
  }

  private async replay(id: string, plan: ReplayPlan, signal: AbortSignal): Promise<void> {
    const known = await this.progress.tickets(id);
    if (known.length === 0) await this.progress.takeDown(id, await this.local.newest(plan.tickets));
    const sides = await LocalSides.of(plan, this.local);
    const keep: KeepOutcomes = (side, outcomes) => this.progress.keep(id, side, outcomes);
    await sides.judge(await this.progress.tickets(id), signal, keep);
    const stopped = await this.llm.ask(plan, await this.progress.tickets(id), signal, keep);
    const tickets = await this.progress.tickets(id);
    const gone = tickets.length - (await this.local.writtenAt(tickets.map(({ ticket }) => ticket))).length;
    const result = replayResult(tickets, { gone, stopped, ofOtherWords: sides.ofOtherWords });
    if (result.compared < REPLAY_TICKETS_MIN) throw tooFew(result.compared, tickets, stopped);
    await this.progress.finish(id, result);
    this.logger.info({ replay: id, compared: result.compared }, 'A replay is done');
  }
}

function tooFew(compared: number, tickets: readonly ReplayTicket[], stopped: string | null): ReplayFailure {
  const reasons = new Set(SIDE_NAMES.flatMap((name) => tickets.flatMap((ticket) => failureOf(ticket, name))));
  if (stopped !== null) reasons.add(stopped);
  const why = reasons.size === 0 ? '' : ` The LLM failed: ${[...reasons].join(', ')}.`;
  return new ReplayFailure(
    `Both sides answered on ${String(compared)} of ${String(tickets.length)} tickets; it takes ${String(REPLAY_TICKETS_MIN)} to compare them.${why}`,
  );
}

function failureOf(ticket: ReplayTicket, name: SideName): string[] {
  const outcome = ticket[name];
  return outcome && 'failure' in outcome ? [outcome.failure] : [];
}
