import { areaPath, linePath } from './line-path';

describe('a line of the chart', () => {
  it.each([
    [[], '', ''],
    [[{ x: 30, y: 10 }], 'M30 10', 'M30 10L30 90L30 90Z'],
    [
      [
        { x: 30, y: 10.04 },
        { x: 70.66, y: 20.25 },
      ],
      'M30 10L70.7 20.3',
      'M30 10L70.7 20.3L70.7 90L30 90Z',
    ],
  ])('through %j is drawn, and filled down to the baseline', (points, line, area) => {
    expect(linePath(points)).toBe(line);
    expect(areaPath(points, 90)).toBe(area);
  });
});
