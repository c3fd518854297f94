import { confidencePercent, confidenceWord } from './confidence';

describe('the words for a confidence', () => {
  it.each([
    [1, 'Sure', 100],
    [0.85, 'Sure', 85],
    [0.846, 'Sure', 85],
    [0.844, 'Fairly sure', 84],
    [0.65, 'Fairly sure', 65],
    [0.644, 'Unsure', 64],
    [0, 'Unsure', 0],
  ])('%d is "%s", %d percent', (confidence, word, percent) => {
    expect(confidenceWord(confidence)).toBe(word);
    expect(confidencePercent(confidence)).toBe(percent);
  });
});
