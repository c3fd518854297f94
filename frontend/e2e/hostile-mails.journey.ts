import { once } from 'node:events';
import { type IncomingHttpHeaders, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type APIRequestContext, type Locator, type Page, expect } from '@playwright/test';
import { Client } from 'pg';
import { expectAccessibleInBoth, test } from './support/desk-test.ts';
import { ADMIN } from './support/people.ts';
import { type Desk, startDesk } from './support/start-desk.ts';

test.use({ person: null });

const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABh6FO1AAAAABJRU5ErkJggg==';
/** A red square of forty pixels. */
const SCREEN =
  'iVBORw0KGgoAAAANSUhEUgAAACgAAAAoCAIAAAADnC86AAAAL0lEQVR42u3NMQ0AAAgDsEma/wtpmCDhadK/mfZFxGKxWCwWi8VisVgsFovF4jsLHFkIarC1TCcAAAAASUVORK5CYII=';

/** A desk of its own, with a portal; and a server elsewhere, which tells who asks it for anything. */
const cleanup = new AsyncDisposableStack();
const asked: { readonly path: string; readonly headers: IncomingHttpHeaders }[] = [];
let desk: Desk;
let database: Client;
let admin: APIRequestContext;
let elsewhere: string;

test.beforeAll(async ({ playwright }) => {
  const server = createServer(({ url = '', headers }, response) => {
    asked.push({ path: url, headers });
    response.writeHead(200, { 'content-type': 'image/png' }).end(Buffer.from(PNG, 'base64'));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  cleanup.defer(() => void server.close());
  // Another site than that of the desk, which is named by its number.
  elsewhere = `http://localhost:${String((server.address() as AddressInfo).port)}`;
  desk = await startDesk(cleanup, {
    ...{ PORTAL: 'true', PORTAL_NAME: 'Halden Support' },
    ...{ SMTP_URL: 'smtp://desk:secret@127.0.0.1:1', MAIL_FROM: 'Halden Support <support@halden.example>' },
  });
  database = new Client({ connectionString: desk.databaseUrl });
  await database.connect();
  cleanup.defer(() => database.end());
  admin = await playwright.request.newContext({ baseURL: desk.url });
  cleanup.defer(() => admin.dispose());
  expect((await admin.post('/api/auth/login', { data: ADMIN })).ok()).toBe(true);
});

test.beforeEach(() => {
  asked.length = 0;
});

test.afterAll(() => cleanup.disposeAsync());

for (const place of ['desk', 'portal'] as const) {
  test(`a hostile mail runs nothing, asks nobody and stays in its box on the ${place}`, async ({ page }) => {
    const tried = whatIsTriedOn(page);
    const message = await open(page, place, await ticketOf(hostile()));
    await expect(message).toContainText('The end.');
    await expectHarmless(page, message);
    await expect(page.getByText('No style', { exact: true })).toBeVisible();
    await expectAccessibleInBoth(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await expectHarmless(page, message);
    await expectAccessibleInBoth(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect([asked, tried]).toEqual([[], []]);
  });

  test(`pictures from elsewhere come on the ${place} when somebody asks for them, and only then`, async ({ page }) => {
    const tried = whatIsTriedOn(page);
    const picture = (name: string) => `<img src="${elsewhere}/${name}" width="300" height="200" alt="Offer">`;
    const html = `${picture('a.png')}${picture('b.png')}<img src="${elsewhere}/seen.gif" width=1 height=1>
      <p onclick="window.hacked=1"><a href="${elsewhere}/go">paypal.com</a></p><img src="cid:screen@x" alt="My screen">
      <script>window.hacked=1</script>`;
    const ticket = await ticketOf(html);
    const message = await open(page, place, ticket);
    await expect(message.getByRole('link', { name: 'My screen' })).toBeVisible();
    await expect(message).toContainText(`Not loaded: 2 pictures from ${new URL(elsewhere).host}`);
    expect([asked, tried]).toEqual([[], []]);

    await message.getByRole('button', { name: 'Show 2 pictures' }).press('Enter');
    const frame = message.frameLocator('iframe');
    await expect(frame.getByRole('img', { name: 'Offer' })).toHaveCount(2);
    await expect.poll(() => asked.map(({ path }) => path).sort()).toEqual(['/a.png', '/b.png']);
    for (const { headers } of asked) expect([headers.referer, headers.cookie]).toEqual([undefined, undefined]);
    await expect(frame.getByRole('link', { name: 'paypal.com goes to localhost' })).toBeVisible();
    // It looks as it does without the frame.
    await expect(frame.locator('.goes-elsewhere')).toHaveCSS('border-radius', '6px');
    await expect.poll(() => widthOf(frame.getByRole('img', { name: 'My screen' }))).toBe(40);
    // All of it shows: the frame is as high as what is in it.
    const iframe = message.locator('iframe');
    await expect
      .poll(() =>
        iframe.evaluate(
          ({ contentDocument, clientHeight }: HTMLIFrameElement) =>
            clientHeight - (contentDocument?.documentElement.scrollHeight ?? 0),
        ),
      )
      .toBe(0);
    expect(await iframe.evaluate(({ clientHeight }) => clientHeight)).toBeGreaterThan(200);
    expect(tried).toEqual([]);
    await expectAccessibleInBoth(page);

    await page.reload();
    await expect(message.getByRole('button', { name: 'Show 2 pictures' })).toBeVisible();
    expect(asked).toHaveLength(2);
  });
}

test('the frame of pictures runs nothing, even if a script came into it', async ({ page }) => {
  const message = await open(page, 'desk', await ticketOf(`<img src="${elsewhere}/a.png" alt="Offer">Hello`));
  await message.getByRole('button', { name: 'Show 1 picture' }).click();
  await expect(message.frameLocator('iframe').getByRole('img')).toBeVisible();
  await message.locator('iframe').evaluate(({ contentDocument: inner }: HTMLIFrameElement) => {
    if (!inner) throw new Error('There is no way into the frame');
    inner.body.insertAdjacentHTML('beforeend', '<img src=x onerror="top.hacked=1">');
    const script = inner.createElement('script');
    script.textContent = 'top.hacked=1';
    inner.body.append(script);
    const image = inner.querySelector<HTMLImageElement>('img[src="x"]');
    return image?.decode().catch(() => undefined);
  });
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  const answer = await page.request.get(`${desk.url}/api/message-frame`);
  expect(answer.headers()['content-security-policy']).not.toContain('allow-scripts');
});

/** All that a mail may try. */
function hostile(): string {
  const at = elsewhere;
  return `<html><head><base href="${at}/"><meta http-equiv="refresh" content="0;url=${at}/refresh"><title>x</title>
    <link rel="stylesheet" href="${at}/style.css"><link rel="preload" as="image" href="${at}/preload">
    <style>@import url(${at}/import); body,main,desk-root{display:none!important} p{position:fixed;inset:0}</style>
    <script src="${at}/script.js"></script><script>window.hacked=1</script></head>
    <body background="${at}/background" onload="window.hacked=1" style="background:#000">
    <p style="position:fixed;inset:0;z-index:99999;background:url(${at}/css);width:9999px;height:9999px">No style</p>
    <div style="margin:-900px;transform:scale(40);color:#000;background:#fff" class="pane cdk-overlay-container">Left</div>
    <div style="color:#fff">White on white</div><font color="#000000" size="7">Black on black</font>
    <img src=x onerror="window.hacked=1"><img srcset="${at}/srcset 1x"><img src="${at}/seen.gif" width=1 height=1>
    <img src="javascript:window.hacked=1"><img src="data:image/svg+xml,<svg onload='window.hacked=1'>">
    <picture><source srcset="${at}/source"></picture><video src="${at}/video" poster="${at}/poster" autoplay></video>
    <audio src="${at}/audio" autoplay></audio><embed src="${at}/embed"><object data="${at}/object"></object>
    <iframe src="${at}/frame"></iframe><iframe srcdoc="<script>top.hacked=1</script>"></iframe><frameset></frameset>
    <svg onload="window.hacked=1"><use href="${at}/use"/><image href="${at}/image"/><a href="javascript:window.hacked=1"><text>s</text></a>
      <foreignObject><img src=x onerror="window.hacked=1"></foreignObject><style><img src=x onerror=window.hacked=1></style></svg>
    <math href="javascript:window.hacked=1"><mtext><mglyph><style><!--</style><img title="--><img src=x onerror=window.hacked=1>"></mtext></math>
    <form action="${at}/form"><input name="password" autofocus onfocus="window.hacked=1"><button formaction="${at}/b">Sign in</button></form>
    <a href="javascript:window.hacked=1">one</a><a href="data:text/html,<script>top.hacked=1</script>">two</a>
    <a href="vbscript:x">three</a><a href="${at}/paypal" ping="${at}/ping" download target="_top" onmouseover="window.hacked=1">www.paypal.com</a>
    <a id="desk-root" name="body">clobber</a><img name="getElementById"><form id="attributes" name="querySelector"></form>
    <input name="cookie"><div id="theme" slot="x" is="desk-root" contenteditable tabindex="0" accesskey="r">named</div>
    <template><img src="${at}/template"></template><noscript><p title="</noscript><img src=x onerror=window.hacked=1>"></noscript>
    <dialog open>Dialog</dialog><details ontoggle="window.hacked=1" open>d</details><marquee onstart="window.hacked=1">m</marquee>
    <textarea autofocus></textarea><select autofocus></select><portal src="${at}/portal"></portal><desk-avatar></desk-avatar>
    ${'<table width="99999" cellpadding="9999" border="999"><tr><td height="99999" colspan="1000" nowrap>'.repeat(40)}deep${'</td></tr></table>'.repeat(40)}
    <table><tr><td colspan="1000" rowspan="65534">wide</td></tr></table>
    <pre>${'x'.repeat(3_000)}</pre><p>${'y'.repeat(3_000)}</p><h1>${'Z'.repeat(500)}</h1>
    <p>Z${'\u0351\u0321'.repeat(200)} \u202egnp.exe</p><p>The end.</p></body></html>`;
}

/** Makes a ticket of a mail of Ada's, through all that reads mails, and gives its number. */
async function ticketOf(html: string): Promise<string> {
  const subject = `Mail ${String(Date.now())}`;
  const lines = [
    ...['From: Ada <ada@example.com>', `Subject: ${subject}`, `Message-ID: <${String(Date.now())}@example.com>`],
    ...['MIME-Version: 1.0', 'Content-Type: multipart/related; boundary=edge', ''],
    ...['--edge', 'Content-Type: text/html; charset=utf-8', 'Content-Transfer-Encoding: base64', ''],
    ...(Buffer.from(html)
      .toString('base64')
      .match(/.{1,76}/g) ?? []),
    ...['--edge', 'Content-Type: image/png; name=screen.png', 'Content-ID: <screen@x>'],
    ...['Content-Transfer-Encoding: base64', '', SCREEN, '--edge--', ''],
  ];
  const { rows } = await database.query<{ id: string }>(
    `INSERT INTO mails (mailbox, uid_validity, uid, digest, size, raw, arrived_at, state, reason, kind, sender, subject)
     VALUES ('support', 1, nextval('tickets_id_seq') + 1000000, sha256($1), length($1), $1, now(), 'quarantined', 'Kept', 'person',
       'ada@example.com', $2) RETURNING id`,
    [Buffer.from(lines.join('\r\n')), subject],
  );
  const made = await admin.post(`/api/admin/mails/quarantine/${rows[0]?.id ?? ''}/ticket`);
  expect(made.ok(), await made.text()).toBe(true);
  const found = await database.query<{ id: string }>('SELECT id FROM tickets WHERE title = $1', [subject]);
  return found.rows[0]?.id ?? '';
}

/** Opens a ticket as an agent or as the customer whose it is; its first message. */
async function open(page: Page, place: 'desk' | 'portal', ticket: string): Promise<Locator> {
  if (place === 'desk') {
    expect((await page.request.post(`${desk.url}/api/auth/login`, { data: ADMIN })).ok()).toBe(true);
    await page.goto(`${desk.url}/tickets/${ticket}`);
    return page.locator('desk-message-card.description');
  }
  await page.goto(`${desk.url}/portal/sign-in`);
  await page.getByLabel('Your e-mail address').fill('ada@example.com');
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await expect(page.getByRole('heading', { name: 'Look into your mail' })).toBeFocused();
  const { rows } = await database.query<{ text: string }>(
    `SELECT text FROM outgoing_mails WHERE kind = 'sign_in' ORDER BY id DESC LIMIT 1`,
  );
  await page.goto(`${desk.url}/portal/sign-in#${/\/portal\/sign-in#(\S+)/.exec(rows[0]?.text ?? '')?.[1] ?? ''}`);
  await page.getByRole('button', { name: 'Go on to my tickets' }).click();
  await expect(page.getByRole('heading', { name: 'My tickets' })).toBeFocused();
  await page.goto(`${desk.url}/portal/tickets/${ticket}`);
  return page.locator('desk-portal-message').first();
}

/** What a page asks of others than its desk, but for pictures that it was asked for, and what its policy had to refuse. */
function whatIsTriedOn(page: Page): readonly string[] {
  const tried: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (url.startsWith(desk.url) || /^(?:data|blob|about):/.test(url)) return;
    if (request.frame() === page.mainFrame()) tried.push(url);
  });
  page.on('console', (message) => {
    // Playwright looks into the frame by scripts of its own, which the sandbox refuses as well.
    if (/^Blocked script execution in '[^']*\/api\/message-frame'/.test(message.text())) return;
    if (/content security policy|refused to|blocked/i.test(message.text())) tried.push(message.text());
  });
  page.on('dialog', (dialog) => tried.push(dialog.message()));
  page.on('popup', (popup) => tried.push(popup.url()));
  return tried;
}

async function expectHarmless(page: Page, message: Locator): Promise<void> {
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  expect(await page.evaluate(() => document.body instanceof HTMLBodyElement)).toBe(true);
  const html = message.locator('desk-message-html');
  const forbidden =
    'script, style, link, meta, base, form, input, button, textarea, select, iframe, object, embed, svg, math, video, audio';
  const named = '[id], [name], [style], [slot], [is], [tabindex], [accesskey], [contenteditable], [srcset], [ping]';
  await expect(html.locator(`:is(${forbidden}, ${named})`)).toHaveCount(0);
  await expect(html.getByText('goes to localhost')).toBeVisible();
  const outside = await message.locator('.bubble').evaluate((bubble) => {
    const box = bubble.getBoundingClientRect();
    const scrolls = (element: Element): boolean =>
      element.closest('table, pre') !== null && bubble.contains(element.closest('table, pre'));
    return [...bubble.querySelectorAll('desk-message-html, desk-message-html *')]
      .filter((element) => {
        const { position, zIndex } = getComputedStyle(element);
        const { left, right, top, bottom } = element.getBoundingClientRect();
        const isWithin =
          left >= box.left - 1 && right <= box.right + 1 && top >= box.top - 1 && bottom <= box.bottom + 1;
        return position !== 'static' || zIndex !== 'auto' || !(isWithin || scrolls(element));
      })
      .map(({ outerHTML }) => outerHTML.slice(0, 80));
  });
  expect(outside).toEqual([]);
}

function widthOf(picture: Locator): Promise<number> {
  return picture.evaluate(({ naturalWidth }: HTMLImageElement) => naturalWidth);
}
