import { withMarkedQuote } from './marked-quote.ts';

const SENTENCE = 'On Mon, 3 Nov 2025 at 10:15, The Desk <support@desk.example> wrote:';
const FOLDED = `${SENTENCE}\n\n> Have you tried it again?\n`;

describe('the quote in the HTML of a mail', () => {
  it.each([
    [
      'of Gmail',
      '<div>Yes, <b>twice</b>.</div><br><div><div>On Mon, 3 Nov 2025 at 10:15, The Desk &lt;<a href="mailto:support@desk.example">support@desk.example</a>&gt; wrote:<br></div><blockquote>Have you tried it again?</blockquote></div>',
      '<div>Yes, <b>twice</b>.</div><div data-quote><div></div><br><div><div>On',
    ],
    [
      'in the same element as the answer, which is opened once more',
      '<div lang="en"><p>Yes &amp; no.<br><br>On Mon, 3&nbsp;Nov 2025 at 10:15, The Desk wrote:</p><blockquote>Have you tried it again?</blockquote></div>',
      '<div lang="en"><p>Yes &amp; no.</p></div><div data-quote><div lang="en"><p><br><br>On',
    ],
    [
      'without a tag before it',
      'Yes. On Mon, 3 Nov 2025 at 10:15, The Desk wrote: &gt; Have you tried it again?',
      'Yes. <div data-quote>On Mon',
    ],
    [
      'behind a picture, which is no part of it',
      '<p>👍</p><p><img data-cid="a"></p><p>On Mon, 3 Nov 2025 at 10:15, The Desk wrote:</p>',
      '<p>👍</p><p><img data-cid="a"></p><div data-quote>',
    ],
    [
      'with the same words in the answer',
      '<p>I know “On Mon, 3 Nov 2025 at 10:15, The Desk support@desk.example wrote:” well.</p><p>On Mon, 3 Nov 2025 at 10:15, The Desk support@desk.example wrote:</p><p>Have you tried it again?</p>',
      'well.</p><div data-quote><p></p><p>On Mon',
    ],
  ])('is marked: %s', (_, html, expected) => {
    const marked = withMarkedQuote(html, FOLDED);
    expect(marked).toContain(expected);
    expect(marked.endsWith('</div>')).toBe(true);
    expect(wordsIn(marked)).toBe(wordsIn(html));
  });

  it.each([
    ['where nothing is folded', '<p>Yes.</p>', ''],
    ['where other words are folded', '<p>Yes.</p>', FOLDED],
    ['where nothing stands before it', `<p>On Mon, 3 Nov 2025 at 10:15, The Desk wrote:</p>`, FOLDED],
    ['where what is folded has no words', '<p>Yes.</p>', '> —\n'],
  ])('is not marked %s', (_, html, folded) => {
    expect(withMarkedQuote(html, folded)).toBe(html);
  });
});

/** Without tags and white space. */
function wordsIn(html: string): string {
  return html.replace(/<[^>]*>/g, '').replace(/\s/g, '');
}
