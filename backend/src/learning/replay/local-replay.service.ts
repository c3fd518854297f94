import { Injectable } from '@nestjs/common';
import { ConfirmedTicketsRepository } from '../confirmed-tickets.repository.ts';
import type { ConfirmedTicket } from '../domain/confirmed-ticket.ts';
import { LearningTally } from '../domain/learning-tally.ts';
import { inTicketThread, ticketThread } from '../fitting/ticket-thread.ts';
import { LearningBasis, isMadeOf } from '../learning-basis.service.ts';
import { ModelRepository, type UsableModel } from '../model.repository.ts';
import { LOOKS_AT, newestConfirmed } from '../newest-confirmed.ts';
import type { KnownModel, LocalAnswer, LocalSide, ReplayOrder, ReplayedTicket, StoredModel } from './replay-order.ts';

const THREAD = ticketThread<ReplayOrder, null, readonly LocalAnswer[]>(import.meta.url, 'replay');
/** Among so many tickets, those that changed last, the newest confirmed ones are looked for. */
const CHOSEN_AMONG = 20_000;

/** The desk's own suggester, asked again about tickets that people have decided. */
@Injectable()
export class LocalReplay {
  constructor(
    private readonly models: ModelRepository,
    private readonly tickets: ConfirmedTicketsRepository,
    private readonly basis: LearningBasis,
  ) {}

  /** The newest confirmed tickets, at most so many; those that changed last come first. */
  async newest(count: number): Promise<ConfirmedTicket[]> {
    const found: ConfirmedTicket[] = [];
    for await (const page of this.tickets.pages(CHOSEN_AMONG)) {
      found.push(...page);
      if (found.length >= count) break;
    }
    return found.slice(0, count);
  }

  /** When tickets were written, as far as they are there. */
  writtenAt(ids: readonly number[]): Promise<ReplayedTicket[]> {
    return this.tickets.writtenAt(ids);
  }

  /** A model that could answer, or the one that does; null when there is no such model, or only its figures are left. */
  async model(id: number | null): Promise<KnownModel | null> {
    const model = await this.models.usable(id);
    return model && knownModel(model);
  }

  /** The same with its bytes, to be tried. */
  async stored(id: number): Promise<StoredModel | null> {
    const [model, bytes, basis] = await Promise.all([
      this.models.usable(id),
      this.models.bytesOf(id),
      this.basis.now(),
    ]);
    return model && bytes && { ...knownModel(model), bytes, isOfToday: isMadeOf(model.learnedFrom, basis) };
  }

  /**
   * Judges tickets in a thread of its own; see `judgeReplay`. Those that are no longer confirmed are left out.
   *
   * @param judged is told of answers as they come.
   * @throws the signal's reason when it fires.
   */
  async judge(
    replayed: readonly ReplayedTicket[],
    { sides, models }: { readonly sides: readonly LocalSide[]; readonly models: readonly StoredModel[] },
    { signal, judged }: { readonly signal: AbortSignal; readonly judged: (answers: readonly LocalAnswer[]) => void },
  ): Promise<void> {
    const { categories, lexicon } = await this.basis.now();
    const order = { categories, lexicon, models, sides, replayed };
    const tickets = newestConfirmed(this.tickets.pages(LOOKS_AT), new LearningTally());
    await inTicketThread(THREAD, tickets, order, { signal, tell: judged });
  }
}

function knownModel({ id, version, createdAt, triedAt, learnedFrom }: UsableModel): KnownModel {
  const { newest_decision: newest } = learnedFrom;
  return {
    ...{ id, version },
    madeAt: triedAt && triedAt > createdAt ? triedAt : createdAt,
    learnedUntil: newest === null ? null : new Date(newest),
  };
}
