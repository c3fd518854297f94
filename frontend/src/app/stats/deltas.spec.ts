import type { Stats } from '../api/model';
import { type Delta, averageDelta, createdDelta, unassignedDelta, unresolvedDelta } from './deltas';
import { statsOf } from './testing/stats-of';

describe('the line under a figure', () => {
  it.each([
    [[20, 12], [0, 0], 'trending_up 32 new in 2 days'],
    [[0, 0], [0, 0], 'trending_flat 0 new in 2 days'],
    [[1200, 12], [0, 0], 'trending_up 1,212 new in 2 days'],
  ])('of the total says what is new: created %j', (created, resolved, line) => {
    expect(read(createdDelta(recent(created, resolved)))).toBe(line);
  });

  it.each([
    [[20, 12], [30, 21], 'trending_down 19 fewer created than resolved in 2 days, good'],
    [[2000, 12], [0, 1], 'trending_up 2,011 more created than resolved in 2 days'],
    [[20, 12], [12, 20], 'trending_flat As many resolved as created in 2 days'],
  ])('of the unresolved is created less resolved: %j and %j', (created, resolved, line) => {
    expect(read(unresolvedDelta(recent(created, resolved)))).toBe(line);
  });

  it('of what nobody works on says what part of the unresolved it is', () => {
    expect(read(unassignedDelta(statsOf())).replace('\u00a0', ' ')).toBe('null 12 % of what is unresolved');
  });

  it.each([
    ['higher', [40, 22], 500, 30, 'trending_up 31.0 in the last 2 days'],
    ['lower', [0, 1], 500, 30, 'trending_down 0.5 in the last 2 days'],
    ['the same to one decimal', [30, 30], 500, 30.04, 'trending_flat 30.0 in the last 2 days'],
    ['all there is', [30, 30], 60, 30, 'null  since the first ticket'],
  ])('of the average compares with these days when they are %s', (_, created, total, average, line) => {
    const stats = { ...recent(created, [0, 0]), total_tickets: total, avg_tickets_per_day: average };

    expect(read(averageDelta(stats))).toBe(line);
  });

  function recent(created: number[], resolved: number[]): Stats {
    return statsOf({ created, resolved });
  }

  function read({ icon, strong, rest, good }: Delta): string {
    return `${icon} ${strong} ${rest}${good ? ', good' : ''}`;
  }
});
