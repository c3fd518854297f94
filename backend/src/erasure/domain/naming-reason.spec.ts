import { tellsWho } from './naming-reason.ts';

const RUTH = {
  names: ['Ruth  Adler', 'R. (Ruth)', 'Ann', 'Al'],
  addresses: ['ruth@brandt.example', 'Ruth@Brandt.example'],
};

describe('a reason that is kept for good', () => {
  it.each([
    'Ruth Adler asked for it.',
    'As RUTH\nADLER’s letter says',
    'Ruth Adlers Wunsch',
    'By r. (ruth), by phone',
    'ann asked.',
    'It came from <RUTH@brandt.example>.',
  ])('tells whom it was about: %j', (reason) => {
    expect(tellsWho(reason, RUTH)).toBe(true);
  });

  it.each([
    'They asked for it by letter of 20 April.',
    'It was announced, also by Joann.',
    'Ruth asked, and Adler agreed.',
    'Al said so.',
    'As brandt.example wishes',
  ])('tells it not: %j', (reason) => {
    expect(tellsWho(reason, RUTH)).toBe(false);
  });

  it('tells nobody of whom nothing is known', () => {
    expect(tellsWho('They asked.', { names: [], addresses: [] })).toBe(false);
    expect(tellsWho('They asked.', { names: ['', '...'], addresses: [] })).toBe(false);
  });
});
