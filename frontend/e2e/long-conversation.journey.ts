import { type Locator, type Page, expect } from '@playwright/test';
import { expectAccessible, test } from './support/desk-test.ts';

const SAID = 150;
/** A step of the wheel, in pixels: what is in the middle of the screen stays on it. */
const STEP = 300;

interface Walk {
  readonly steps: number;
  /** How far, in pixels, a line that was looked at went elsewhere than it was scrolled to, at most. */
  readonly astray: number;
}

const lines = (page: Page): Locator => page.locator('desk-ticket-timeline > ol > li[aria-posinset]');
const said = (page: Page, number: number): Locator => lines(page).filter({ hasText: `Note ${String(number)}:` });

for (const [place, viewport, keepsItself] of [
  ['in the pane', { width: 1440, height: 900 }, true],
  ['on a phone', { width: 390, height: 844 }, true],
  ['in a browser that does not keep the place itself', { width: 1440, height: 900 }, false],
] as const) {
  test.describe(`a long conversation ${place}`, () => {
    test.use({ viewport });

    test('is scrolled through without a jump, while more is said', async ({ page, backstage }) => {
      test.slow();
      const { id } = await backstage.createTicket({ title: `A long story ${place}` });
      // By the reader in another tab: what others do is told above the conversation.
      const say = async (number: number) => {
        const data = {
          kind: 'note',
          text: `Note ${String(number)}: ${`${'it goes on and on '.repeat((number * 7) % 23)}\n\n`.repeat(1 + (number % 4))}end`,
        };
        expect((await page.request.post(`/api/tickets/${String(id)}/messages`, { data })).status()).toBe(201);
      };
      for (let number = 1; number <= SAID; number += 1) await say(number);
      await page.goto(`/tickets/${String(id)}`);
      await expect(said(page, SAID)).toBeInViewport();
      if (!keepsItself) await page.evaluate(() => keepNoPlace());
      await readAll(page);

      expect(await lines(page).count()).toBeLessThan(80);
      await expect(lines(page).first()).toHaveAttribute('aria-posinset', '1');
      const all = Number(await lines(page).first().getAttribute('aria-setsize'));
      expect(all).toBeGreaterThan(SAID);
      await expectAccessible(page);

      await page.evaluate(() => scrollerOfLines().scrollTo({ top: 1e9, behavior: 'instant' }));
      await expect(said(page, SAID)).toBeInViewport();
      await said(page, SAID).focus();
      const up = await page.evaluate((step) => walk(step), -STEP);
      expect(up.steps).toBeGreaterThan(20);
      expect(up.astray).toBeLessThan(2);
      await expect(said(page, 1)).toBeInViewport();
      await expect(said(page, SAID)).toBeFocused();
      await expect(said(page, 75)).toHaveCount(0);

      await page.evaluate(() => scrollerOfLines().scrollBy({ top: 3_000, behavior: 'instant' }));
      const looked = await page.evaluate(async () => {
        await framesDrawn();
        return lookedAt();
      });
      await say(SAID + 1);
      await expect(lines(page).first()).toHaveAttribute('aria-setsize', String(all + 1));
      expect(await page.evaluate(() => lookedAt())).toEqual(looked);

      const down = await page.evaluate((step) => walk(step), STEP);
      expect(down.steps).toBeGreaterThan(20);
      expect(down.astray).toBeLessThan(2);
      await expect(said(page, SAID + 1)).toBeInViewport();
      await expect(said(page, SAID)).toBeFocused();
    });
  });
}

async function readAll(page: Page): Promise<void> {
  const earlier = page.getByRole('button', { name: /earlier messages/ });
  while (await earlier.isVisible()) {
    const [before] = await Promise.all([lines(page).first().getAttribute('aria-setsize'), earlier.click()]);
    await expect(lines(page).first()).not.toHaveAttribute('aria-setsize', before ?? '');
  }
}

declare global {
  function scrollerOfLines(): Element;
  function keepNoPlace(): void;
  function framesDrawn(): Promise<void>;
  function lookedAt(): { readonly line: string; readonly top: number };
  function walk(step: number): Promise<Walk>;
}

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    const column = () => document.querySelector('desk-ticket-timeline > ol');
    const middle = (): Element | null => {
      const y = innerHeight * 0.55;
      return (
        [...(column()?.children ?? [])].find((line) => {
          const { top, bottom } = line.getBoundingClientRect();
          return top <= y && bottom + 12 > y;
        }) ?? null
      );
    };
    globalThis.scrollerOfLines = () => {
      for (let one = column()?.parentElement; one; one = one.parentElement)
        if (/auto|scroll/.test(getComputedStyle(one).overflowY)) return one;
      return document.documentElement;
    };
    let keepsItself = true;
    globalThis.keepNoPlace = () => {
      keepsItself = false;
      (scrollerOfLines() as HTMLElement).style.setProperty('overflow-anchor', 'none');
    };
    // What happens above the conversation moves it there.
    const above = () => {
      const head = document.querySelector('desk-ticket-detail .head');
      return keepsItself ? 0 : (head?.getBoundingClientRect().height ?? 0);
    };
    const topOf = (line: Element | null) => (line?.isConnected ? line.getBoundingClientRect().top - above() : NaN);
    // Drawn, measured, and drawn again where that was another height.
    globalThis.framesDrawn = async () => {
      for (let frame = 0; frame < 4; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
    };
    globalThis.lookedAt = () => {
      const line = middle();
      return {
        line: line?.getAttribute('data-line') ?? 'none',
        top: Math.round(topOf(line)),
      };
    };
    globalThis.walk = async (step) => {
      let [steps, astray] = [0, 0];
      const scroller = scrollerOfLines();
      const isLeft = () =>
        step < 0
          ? scroller.scrollTop > -step
          : scroller.scrollTop + scroller.clientHeight < scroller.scrollHeight - step - 1;
      for (; isLeft() && steps < 1_000; steps += 1) {
        const line = middle();
        const before = topOf(line);
        scroller.scrollTop += step;
        await framesDrawn();
        const moved = topOf(line) - before;
        astray = Math.max(astray, Number.isNaN(moved) ? Infinity : Math.abs(moved + step));
      }
      scroller.scrollTop += step;
      await framesDrawn();
      return { steps, astray };
    };
  });
});
