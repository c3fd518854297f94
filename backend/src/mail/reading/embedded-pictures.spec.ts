import { withPicturesApart } from './embedded-pictures.ts';

const CONTENT = Buffer.from('a picture');
const DATA = `data:image/png;base64,${CONTENT.toString('base64')}`;

describe('pictures that stand in HTML', () => {
  it.each([`<img alt=x src="${DATA}">`, `<IMG SRC='${DATA}'>`, `<img src=" ${DATA.replace('png', 'PNG')}" width=9>`])(
    'are files of the mail: %s',
    (html) => {
      const { html: apart, pictures } = withPicturesApart(html);
      expect(pictures).toMatchObject([{ type: 'image/png', name: null, content: CONTENT }]);
      expect(apart.toLowerCase().replace(`cid:${pictures[0]?.inlineId ?? ''}`, '')).toBe(
        html.toLowerCase().replace(DATA.toLowerCase(), ''),
      );
    },
  );

  it('are one file where the same stands twice', () => {
    const { html, pictures } = withPicturesApart(`<img src="${DATA}"><img src="${DATA}">`);
    expect([pictures.length, html.split('cid:').length]).toEqual([1, 3]);
  });

  it.each([DATA, `&lt;img src="${DATA}"&gt;`, `<a href="${DATA}">x</a>`, '<img src="data:image/png,x">'])(
    'are none where no image shows them: %s',
    (html) => {
      expect(withPicturesApart(html)).toEqual({ html, pictures: [] });
    },
  );

  it('are looked for in no more time than HTML is long', () => {
    const html = `<img ${'src=data:image/'.repeat(60_000)}`;
    const before = process.cpuUsage();
    withPicturesApart(html);
    withPicturesApart('<img '.repeat(200_000));
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(2_000);
  });
});
