import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasCluster, putBackReplaced, replaceCluster } from './replaced-cluster.ts';

let root: string;
let place: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'support-tickets-replaced-'));
  place = join(root, 'postgres');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function make(name: string, version: string): void {
  mkdirSync(join(root, name));
  writeFileSync(join(root, name, 'PG_VERSION'), version);
}
const there = (): string[] => readdirSync(root);
const version = (): string => readFileSync(join(place, 'PG_VERSION'), 'utf8');

describe('a cluster', () => {
  it('takes the place of another one, of which nothing is left', () => {
    make('postgres', 'old');
    make('postgres.restored', 'new');
    replaceCluster(place, join(root, 'postgres.restored'));
    expect([there(), version()]).toEqual([['postgres'], 'new']);
  });

  it('takes an empty place', () => {
    make('postgres.restored', 'new');
    replaceCluster(place, join(root, 'postgres.restored'));
    expect([there(), version()]).toEqual([['postgres'], 'new']);
  });

  it('is put back when its successor never came', () => {
    make('postgres.replaced', 'old');
    expect(hasCluster(place)).toBe(true);
    putBackReplaced(place);
    expect([there(), version()]).toEqual([['postgres'], 'old']);
  });

  it.each(['replaced', 'discarded'])('that was %s is removed at the next start when its successor is there', (left) => {
    make('postgres', 'new');
    make(`postgres.${left}`, 'old, by halves');
    putBackReplaced(place);
    expect([there(), version()]).toEqual([['postgres'], 'new']);
  });

  it('that is there by halves is never put back', () => {
    make('postgres.discarded', 'old, by halves');
    expect(hasCluster(place)).toBe(false);
    putBackReplaced(place);
    expect(there()).toEqual([]);
  });
});
