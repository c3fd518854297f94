import type { Person } from '../../../api/model';
import { harmlessHtml, NO_PICTURES } from '../harmless-html';
import { mentionNames } from './mention-marks';

const PEOPLE = [
  ['ada', 'Ada'],
  ['ada.lovelace', 'Ada Lovelace'],
  ['mina_park', 'Mina Park'],
  ['zoe', 'Zoë Ångström'],
  ['li', '李 雷'],
] as const;
const names = mentionNames(
  PEOPLE.map(([username, display_name], id): Person => ({ id, username, display_name, role: 'agent', active: id > 0 })),
);

describe('who is mentioned in a note', () => {
  // The same as those whom the API tells (`mentioned.spec.ts`).
  it.each([
    ['a login', '<p>Ask @zoe please</p>', ['@zoe']],
    ['somebody who has left', '<p>@ada</p>', ['@ada']],
    ['a name', '<p>@Zoë Ångström knows</p>', ['@Zoë Ångström']],
    [
      'in another case and another form',
      `<p>${'@ZOË ÅNGSTRÖM'.normalize('NFD')}</p>`,
      ['@ZOË ÅNGSTRÖM'.normalize('NFD')],
    ],
    ['in another script', '<p>@李 雷，你好</p>', ['@李 雷']],
    ['the longest of names that begin alike', '<p>For @Ada Lovelace</p>', ['@Ada Lovelace']],
    ['the short one where the long one ends otherwise', '<p>For @Ada Love</p>', ['@Ada']],
    ['before the end of a sentence', '<p>That is for @ada.</p>', ['@ada']],
    ['several', '<ul><li>@zoe, @ada</li><li>(<b>@mina_park</b>)</li></ul>', ['@zoe', '@ada', '@mina_park']],
    ['over the end of a line', '<p>@Zoë\nÅngström</p>', ['@Zoë\nÅngström']],
    ['not somebody whose name goes on', '<p>@adas and @ada.l and @ada-x</p>', []],
    ['not within an address', '<p>ada@zoe.example, x@ada</p>', []],
    ['not in code', '<p><code>@ada</code></p><pre><code>@zoe</code></pre>', []],
    ['not in a link, which has its own colour', '<p><a href="https://example.com/">@ada</a></p>', []],
    ['nobody unknown', '<p>@nobody</p>', []],
  ])('is marked: %s', (_, html, marked) => {
    const shown = read(harmlessHtml(html, NO_PICTURES, names));
    expect(Array.from(shown.querySelectorAll('.mention'), ({ textContent }) => textContent)).toEqual(marked);
    expect(shown.textContent).toBe(read(harmlessHtml(html)).textContent);
  });

  it('is marked by nothing that the note brings along', () => {
    const html =
      '<span class="mention" style="color:red" onclick="alert(1)">@nobody</span>' +
      '<p>@ada&lt;img src=x onerror=alert(1)&gt;<img src="x" onerror="alert(1)"></p><span class="mention">@zoe</span>';
    expect(harmlessHtml(html, NO_PICTURES, names)).toBe(
      '<span>@nobody</span><p><span class="mention">@ada</span>&lt;img src=x onerror=alert(1)&gt;</p>' +
        '<span><span class="mention">@zoe</span></span>',
    );
    expect(harmlessHtml(html)).not.toContain('class');
  });

  it('is looked for soon in a note that is all signs', () => {
    const begun = performance.now();
    const shown = read(harmlessHtml(`<p>${' @ada'.repeat(6_000)}</p>`, NO_PICTURES, names));
    expect(shown.querySelectorAll('.mention')).toHaveLength(200);
    expect(performance.now() - begun).toBeLessThan(2_000);
  });

  function read(html: string): HTMLElement {
    const element = document.createElement('div');
    element.innerHTML = html;
    return element;
  }
});
