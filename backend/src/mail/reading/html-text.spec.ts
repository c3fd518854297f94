import { textOfHtml } from './html-text.ts';

describe('the words of HTML', () => {
  it('are none of what stands too deep to be read, however that is hidden', () => {
    expect(textOfHtml('<div></b>'.repeat(5_000))).toBeNull();
    expect(textOfHtml('<div title="</div>">'.repeat(20_000))).toBeNull();
    expect(textOfHtml('<div>x</div>'.repeat(2))).toBe('x\nx');
  });
});
