import { draw } from './draw';

describe('the draw of a session', () => {
  const LOTS = [0.9, 0.1, 0.5, 0.2, 0.7];
  const lots = () => {
    const rest = [...LOTS];
    return () => rest.shift() ?? 0;
  };

  it('takes those on whom the lot falls, in the order in which they stood', () => {
    expect(draw(['a', 'b', 'c', 'd', 'e'], 3, lots())).toEqual(['b', 'c', 'd']);
  });

  it('takes all where there are no more', () => {
    expect(draw(['a', 'b', 'c'], 50, lots())).toEqual(['a', 'b', 'c']);
  });
});
