import { withOwnPictures } from './own-pictures.ts';

const KEPT = new Map([
  ['pic@x', 'a1'],
  ['a"b<&@x', 'a2'],
]);

describe('pictures of a mail in its HTML', () => {
  it.each([
    ['<img alt="" data-cid="pic@x" />', '<img alt="" data-attachment="a1" />'],
    ['<img alt="" data-cid="pic%40x" />', '<img alt="" data-attachment="a1" />'],
    ['<img alt="" data-cid="a&quot;b&lt;&amp;@x" />', '<img alt="" data-attachment="a2" />'],
    ['<img alt="" data-cid="100%" />', '<img alt="" data-cid="100%" />'],
    ['<img alt="" data-cid="gone@x" />', '<img alt="" data-cid="gone@x" />'],
    ['<p> data-cid="pic@x"</p>', '<p> data-cid="pic@x"</p>'],
    ['<img alt=" data-cid=&quot;pic@x&quot;" />', '<img alt=" data-cid=&quot;pic@x&quot;" />'],
  ])('%s', (html, shown) => {
    expect(withOwnPictures(html, KEPT)).toBe(shown);
  });
});
