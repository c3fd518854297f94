import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { windowOf } from '../../core/testing/window-width';
import { MessageBody } from './message-body';

@Component({
  imports: [MessageBody],
  template: `<desk-message-body [html]="html()" />`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class Page {
  readonly html = signal(mail('a.example', 'b.example', 'a.example'));
}

const mail = (...hosts: readonly string[]) =>
  `<p>Hello</p>${hosts.map((host) => `<img alt="" data-remote-src="https://${host}/x.png">`).join('')}`;

describe('a message with pictures from elsewhere', () => {
  const text = () => document.querySelector('.pictures')?.textContent.replace(/\s+/g, ' ').trim() ?? '';
  const shown = () => document.querySelector('desk-message-body iframe') !== null;

  async function open() {
    windowOf(1_440);
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    const page = TestBed.createComponent(Page);
    document.body.append(page.nativeElement as HTMLElement);
    await page.whenStable();
    return {
      show: async (html: string) => {
        page.componentInstance.html.set(html);
        await page.whenStable();
      },
      press: async () => {
        document.querySelector<HTMLButtonElement>('.pictures button')?.click();
        await page.whenStable();
      },
    };
  }

  it('loads none, says how many there are and who would learn of it', async () => {
    await open();
    expect(text()).toContain('Not loaded: 3 pictures from a.example, b.example. Shown, they tell');
    expect(document.querySelector('.pictures button')?.textContent.trim()).toBe('Show 3 pictures');
    expect(document.querySelectorAll('desk-message-body :is(img, iframe)')).toHaveLength(0);
  });

  it('shows them when asked, hides them again, and remembers nothing for another message', async () => {
    const page = await open();
    await page.press();
    expect([shown(), text()]).toEqual([true, '3 pictures from a.example, b.example.Hide pictures']);
    await page.press();
    expect([shown(), document.querySelector('desk-message-html')?.textContent]).toEqual([false, 'Hello']);
    await page.press();
    await page.show(mail('a.example'));
    expect([shown(), text()]).toEqual([false, expect.stringContaining('Show 1 picture')]);
  });

  it('names three servers and counts the others', async () => {
    const page = await open();
    await page.show(mail('a.example', 'b.example', 'c.example', 'd.example'));
    expect(text()).toContain('a.example, b.example, c.example and 1 other server.');
  });

  it('says nothing where there are none', async () => {
    const page = await open();
    await page.show('<p>Hello</p>');
    expect(text()).toBe('');
  });
});
