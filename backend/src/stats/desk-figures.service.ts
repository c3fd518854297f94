import { Injectable } from '@nestjs/common';
import { Settings } from '../config/settings.ts';
import { DeskFiguresRepository } from './desk-figures.repository.ts';
import type { DeskFigures } from './desk-figures.ts';

/** Counts for those who run the desk. */
@Injectable()
export class DeskFiguresService {
  constructor(
    private readonly figures: DeskFiguresRepository,
    private readonly settings: Settings,
  ) {}

  read(): Promise<DeskFigures> {
    return this.figures.read(this.settings.session.idleMinutes);
  }

  /** How many tickets each category has; one without tickets is missing. */
  async ticketsByCategory(): Promise<ReadonlyMap<string, number>> {
    const rows = await this.figures.ticketsByCategory();
    return new Map(rows.map(({ category, tickets }) => [category, tickets]));
  }
}
