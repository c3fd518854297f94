import { pictureAt, pictureMarkdown, picturesIn, withPictureWords, withPicturesNamed } from './picture-names';

const [A, B] = ['f0000000-0000-4000-8000-00000000000a', 'f0000000-0000-4000-8000-00000000000b'];

describe('pictures in Markdown', () => {
  it('are named by an address of their own', () => {
    expect(pictureAt(`attachment:${A.toUpperCase()}`)).toBe(A);
    expect(pictureAt('https://example.com/a.png')).toBeNull();
  });

  it.each(['the list', 'a [b] *c* \\', 'https://a.b/c_d & <e>', '!'])('have words: %j', (words) => {
    const text = `See ${pictureMarkdown(A, words)} and ${pictureMarkdown(B, '')}.`;
    expect([...picturesIn(text)]).toEqual([A, B]);
    expect(withPictureWords(text)).toBe(`See [picture: ${words}] and [picture].`);
  });

  it('get another name, and keep their words', () => {
    const text = `${pictureMarkdown(A, 'x [y]')} ${pictureMarkdown(B, '')}`;
    expect(withPicturesNamed(text, (name) => (name === A ? B : name))).toBe(
      `${pictureMarkdown(B, 'x [y]')} ${pictureMarkdown(B, '')}`,
    );
  });

  it('that are elsewhere are none', () => {
    expect(picturesIn('![a](https://example.com/a.png) [b](attachment:x)').size).toBe(0);
  });
});
