import { namedPlaces } from './axis-names';

describe('the days named under the axis', () => {
  it.each([
    ['every week on a wide chart', 30, 40.6, [0, 7, 14, 21]],
    ['also the last week where it does not touch today', 30, 90, [0, 7, 14, 21, 28]],
    ['every second week on a phone', 30, 8.1, [0, 14]],
    ['only the first when it is very narrow', 30, 3, [0]],
    ['none without any room', 30, 0, []],
    ['none but today when there is only today', 1, 0, []],
  ])('are %s', (_, count, step, named) => expect(namedPlaces(count, step, 7)).toEqual(named));

  it('are every one where each counts for itself and has the room', () => {
    expect(namedPlaces(4, 90, 1)).toEqual([0, 1, 2]);
  });
});
