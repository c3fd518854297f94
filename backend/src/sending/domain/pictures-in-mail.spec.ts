import { withPictureParts } from './pictures-in-mail.ts';

describe('the pictures of a mail', () => {
  const html = '<p><img data-attachment="a" alt="1 &lt; 2" /> <img data-attachment="b" alt="" /></p>';

  it('are named by what goes along', () => {
    const { html: shown, parts } = withPictureParts(html, ['b', 'c', 'a'], 'desk.example');
    expect(shown).toBe(
      '<p><img src="cid:a@desk.example" alt="1 &lt; 2" style="max-width: 100%; height: auto"> ' +
        '<img src="cid:b@desk.example" alt="" style="max-width: 100%; height: auto"></p>',
    );
    expect([...parts]).toEqual([
      ['a', 'a@desk.example'],
      ['b', 'b@desk.example'],
    ]);
  });

  it('are words where they do not', () => {
    expect(withPictureParts(html, [], 'desk.example')).toEqual({
      html: '<p>[picture: 1 &lt; 2] [picture]</p>',
      parts: new Map(),
    });
  });
});
