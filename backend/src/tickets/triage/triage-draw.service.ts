import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Ticket } from '../domain/ticket.ts';
import { TriageDrawRepository } from './triage-draw.repository.ts';

/** As many seeds as the API takes. */
const SEEDS = 2 ** 31;

/** Draws tickets that wait for somebody to sort them. */
@Injectable()
export class TriageDraw {
  constructor(private readonly tickets: TriageDrawRepository) {}

  /** At most so many, the most urgent first: half by doubt, half by lot. The same seed draws the same while nothing changes. */
  draw({ size, seed = randomInt(SEEDS) }: { readonly size: number; readonly seed?: number }): Promise<Ticket[]> {
    return this.tickets.draw(size, seed);
  }
}
