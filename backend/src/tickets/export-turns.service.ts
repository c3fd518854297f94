import { Injectable } from '@nestjs/common';
import type { Author } from '../common/author.ts';
import { TooManyRequests } from '../common/problems/domain-error.ts';

/** An export is many statements, one after another: so many at once are enough for anybody, and leave room for others. */
const PER_CALLER = 2;
const COME_AGAIN_SECONDS = 10;

/** Counts the exports under way: a process sends two at once to one caller. */
@Injectable()
export class ExportTurns {
  private readonly underWay = new Map<number | null, number>();

  /**
   * Counts one more, until what is given back is called; calling that again changes nothing.
   *
   * @throws TooManyRequests when the caller has as many as may be.
   */
  take({ userId }: Author): () => void {
    const count = this.underWay.get(userId) ?? 0;
    if (count >= PER_CALLER)
      throw new TooManyRequests('Two exports of yours are still being sent.', COME_AGAIN_SECONDS);
    this.underWay.set(userId, count + 1);
    let isTaken = true;
    return () => {
      if (isTaken) this.release(userId);
      isTaken = false;
    };
  }

  private release(userId: number | null): void {
    const left = (this.underWay.get(userId) ?? 0) - 1;
    if (left > 0) this.underWay.set(userId, left);
    else this.underWay.delete(userId);
  }
}
