import { type Page, devices, expect } from '@playwright/test';
import { type Backstage, expectAccessibleInBoth, test } from './support/desk-test.ts';

const { userAgent } = devices['Pixel 7'];

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, userAgent });

  for (const [verdict, place, words] of [
    ['confirmed', '.confirmed', 'This mail is from the domain that it says it is from'],
    ['denied', 'desk-sender-doubt p', 'most likely somebody else has written it'],
  ] as const)
    test(`a finger learns what it means that the sender of a mail is ${verdict}`, async ({ page, backstage }) => {
      const id = await aMail(page, backstage, verdict);
      await page.goto(`/tickets/${String(id)}`);
      const mark = page.locator(`desk-message-card.incoming ${place}`).last();
      await mark.scrollIntoViewIfNeeded();
      const at = await mark.boundingBox();
      const finger = await page.context().newCDPSession(page);
      const touchPoints = [{ x: at!.x + at!.width / 2, y: at!.y + at!.height / 2 }];
      await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
      // The voice has the same words from elsewhere.
      const tip = page.locator('.mat-mdc-tooltip');
      await expect(tip).toContainText(words);
      await expect(tip).toBeInViewport({ ratio: 1 });
      await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
      await expectAccessibleInBoth(page);
    });

  test('the shield of a sender stands behind the last word of a long name', async ({ page, backstage }) => {
    const id = await aMail(page, backstage, 'confirmed');
    await page.goto(`/tickets/${String(id)}`);
    const shield = page.locator('desk-message-card.incoming .confirmed').last();
    for (const width of [390, 375, 360, 345, 330, 320]) {
      await page.setViewportSize({ width, height: 844 });
      const gap = await shield.evaluate((it) => {
        const [word, mark] = [it.previousElementSibling?.getClientRects(), it.getBoundingClientRect()];
        const last = word?.[word.length - 1];
        return last && mark.top < last.bottom && mark.bottom > last.top ? mark.left - last.right : null;
      });
      expect(gap, String(width)).toBeGreaterThanOrEqual(5);
      expect(gap, String(width)).toBeLessThan(8);
    }
  });
});

/** A ticket that reads as the mail of somebody with a long name: only a mail server could bring a real one. */
async function aMail(page: Page, backstage: Backstage, verdict: 'confirmed' | 'denied'): Promise<number> {
  const { id } = await backstage.createTicket({ title: 'Who is it from' });
  await page.route(`**/api/tickets/${String(id)}/timeline*`, async (route) => {
    const response = await route.fetch();
    const said = (await response.json()) as { results: object[] };
    const author = { type: 'contact', id: 9, name: 'Maximiliane Bartholomea Freifrau von Hohenstein-Waldeck' };
    const mail = { kind: 'incoming', author, sender_check: { verdict, by: 'server' } };
    await route.fulfill({ response, json: { ...said, results: said.results.map((one) => ({ ...one, ...mail })) } });
  });
  return id;
}
