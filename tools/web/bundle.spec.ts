import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Bundle } from './bundle.ts';

/** A web app with a frame, a list, and a ticket that is opened from the list; each with something that it needs. */
const FILES = {
  'index.html': '<link rel="modulepreload" href="base.js"><script src="main.js" type="module"></script>',
  'main.js':
    'import"./base.js";const frame=()=>import("./frame.js"),list=()=>import("./list.js"),door=()=>import("./door.js");',
  'base.js': 'export const base="what all need";',
  'frame.js': 'import{base}from"./base.js";import{menu}from"./menu.js";',
  'menu.js': 'export const menu="for frame and list";',
  'list.js': 'import{menu}from"./menu.js";import{rows}from"./rows.js";const ticket=()=>import(`./ticket.js`);',
  'rows.js': 'export const rows="for list and ticket";',
  'ticket.js': 'import{rows}from"./rows.js";export const ticket="a ticket";',
  'door.js': 'import{menu}from"./menu.js";export const door="for those who are not signed in";',
};
const STATS = JSON.stringify({
  outputs: {
    'main.js': { entryPoint: 'frontend/src/main.ts' },
    'frame.js': { entryPoint: 'frontend/src/app/core/shell/shell.ts' },
    'list.js': { entryPoint: 'frontend/src/app/list/list-page.ts' },
    'ticket.js': { entryPoint: 'frontend/src/app/list/ticket.ts' },
    'door.js': { entryPoint: 'frontend/src/app/account/sign-in-page.ts' },
    'rows.js': {},
  },
});

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'desk-bundle-'));
  for (const [name, code] of Object.entries(FILES)) writeFileSync(join(folder, name), code);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const kilobytes = (...names: (keyof typeof FILES)[]) =>
  names.reduce((sum, name) => sum + gzipSync(FILES[name], { level: 9 }).length, 0) / 1_000;

describe('the scripts of the web app', () => {
  it('are in the first download when the page loads them, or what it loads needs them at once', () => {
    const bundle = new Bundle(folder);
    expect([...bundle.initial()].sort()).toEqual(['base.js', 'main.js']);
    expect(bundle.weight(bundle.initial()).gzip).toBeCloseTo(kilobytes('main.js', 'base.js'));
  });

  it('add to a page what neither the frame nor the page that leads there has brought', () => {
    const pages = new Bundle(folder).pages(STATS);
    expect(Object.fromEntries(pages.map(({ name, adds }) => [name, adds]))).toEqual({
      'core/shell/shell': expect.closeTo(kilobytes('frame.js', 'menu.js')),
      'list/list-page': expect.closeTo(kilobytes('list.js', 'rows.js')),
      'list/ticket': expect.closeTo(kilobytes('ticket.js')),
      'account/sign-in-page': expect.closeTo(kilobytes('door.js', 'menu.js')),
    });
    const ticket = pages.find(({ name }) => name === 'list/ticket');
    expect(ticket?.all).toBeCloseTo(
      kilobytes('main.js', 'base.js', 'frame.js', 'menu.js', 'list.js', 'rows.js', 'ticket.js'),
    );
  });
});
