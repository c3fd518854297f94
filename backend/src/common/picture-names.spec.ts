import { pictureNamed, pictureWords, withPictureWords } from './picture-names.ts';

const ID = '019ac3de-0000-7000-8000-00000000000a';

describe('a picture of a text', () => {
  it.each([
    [`attachment:${ID}`, ID],
    [`ATTACHMENT:${ID.toUpperCase()}`, ID],
    ['https://example.com/a.png', null],
    ['', null],
  ])('is named by %j', (address, id) => {
    expect(pictureNamed(address)).toBe(id);
  });

  it.each([
    [`Look: ![the list](attachment:${ID}), as said`, 'Look: [picture: the list], as said'],
    [`![](attachment:${ID})![ ](attachment:${ID})`, '[picture][picture]'],
    [String.raw`![a \[b\]](attachment:${ID})`, '[picture: a [b]]'],
    [`![a [b] c](attachment:${ID}), ![d](attachment:${ID} "A title")`, '[picture: a [b] c], [picture: d]'],
    [`![a](attachment:${ID} 'A title') and ![b](attachment:${ID} (one))`, '[picture: a] and [picture: b]'],
    ['![a](https://example.com/a.png)', '![a](https://example.com/a.png)'],
    [`[a](attachment:${ID})`, `[a](attachment:${ID})`],
  ])('is said where it cannot be seen: %j', (text, said) => {
    expect(withPictureWords(text)).toBe(said);
  });

  it('is said in one line', () => {
    expect(pictureWords(' a\n b ')).toBe('[picture: a b]');
  });

  it('is looked for once, however many brackets there are', () => {
    const before = process.cpuUsage();
    for (const part of [
      '![',
      '![a',
      '![\\',
      '!'.repeat(3) + '[](attachment:',
      '![[a]',
      `![](attachment:${ID} (`,
      '![[',
      '[a]',
      `![](attachment:${ID}   `,
    ])
      withPictureWords(part.repeat(10_000));
    expect(process.cpuUsage(before).user).toBeLessThan(1_000_000);
  });
});
