import type { ReplicatedDesk } from './replicated-desk.ts';

/** Lends a desk to one test after the other. Who fails gives back none that is whole: the next one gets another. */
export class LentDesk {
  private desk: ReplicatedDesk | null = null;
  private isLent = false;
  private readonly start: () => Promise<ReplicatedDesk>;

  constructor(start: () => Promise<ReplicatedDesk>) {
    this.start = start;
  }

  /** Before each test, which has its time for itself. */
  async ready(): Promise<void> {
    if (this.isLent) await this.stop();
    this.desk ??= await this.start();
  }

  async to(test: (desk: ReplicatedDesk) => Promise<void>): Promise<void> {
    const { desk } = this;
    if (!desk) throw new Error('There is no desk');
    this.isLent = true;
    await test(desk);
    // Who took longer than a test may has lost it meanwhile.
    if (this.desk === desk) this.isLent = false;
  }

  async stop(): Promise<void> {
    const { desk } = this;
    this.desk = null;
    this.isLent = false;
    await desk?.stop();
  }
}
