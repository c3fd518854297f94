export interface Point {
  x: number;
  y: number;
}

/** The `d` of a line through the points, to a tenth of a pixel. */
export function linePath(points: readonly Point[]): string {
  return points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${tenth(x)} ${tenth(y)}`).join('');
}

/** The `d` of the area between the line and `baseline`. */
export function areaPath(points: readonly Point[], baseline: number): string {
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last) return '';
  return `${linePath(points)}L${tenth(last.x)} ${tenth(baseline)}L${tenth(first.x)} ${tenth(baseline)}Z`;
}

function tenth(value: number): string {
  return String(Math.round(value * 10) / 10);
}
