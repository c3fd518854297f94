import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BadInput } from './bad-input.ts';
import { type CategoryMap, labelledTickets, unusedOf } from './labelled-tickets.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'support-tickets-evaluate-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function read(name: string, content: string, map: CategoryMap = new Map()) {
  const file = join(folder, name);
  writeFileSync(file, content);
  return labelledTickets(file, map);
}

function ticket(title: string, description: string, category: string, priority: string | null = null) {
  return { text: { title, description }, category, priority };
}

describe('a file of tickets', () => {
  it.each([
    [
      'a.csv',
      'title,description,category,priority\r\nHi,"Two\r\nlines, ""quoted""",HR,high\r\n',
      [ticket('Hi', 'Two\r\nlines, "quoted"', 'HR', 'high')],
    ],
    ['b.csv', '\uFEFFDescription;Category\nHelp;HR\n\nMore;IT', [ticket('', 'Help', 'HR'), ticket('', 'More', 'IT')]],
    [
      'c.jsonl',
      '{"description":"Help","category":"HR","priority":"HIGH"}\n\n{"title":"t","description":"","category":"IT"}\n',
      [ticket('', 'Help', 'HR', 'high'), ticket('t', '', 'IT')],
    ],
    ['d.json', '[{"description":"Help","category":"HR"}]', [ticket('', 'Help', 'HR')]],
    [
      'f.csv',
      'title,description,category\r\n,"<p>Help</p>",HR\r\nA 5" screen,is "dark",IT\r\n',
      [ticket('', '<p>Help</p>', 'HR'), ticket('A 5" screen', 'is "dark"', 'IT')],
    ],
    ['g.csv', 'sep=;\r\ndescription;category\r\n"Help, please";HR\r\n', [ticket('', 'Help, please', 'HR')]],
    ['h.csv', 'description|category\nHelp|HR\n', [ticket('', 'Help', 'HR')]],
    ['e.csv', 'description,category,id\nHelp,HR,1,extra\n', [ticket('', 'Help', 'HR')]],
  ])('is read as it was meant: %s', (name, content, tickets) => {
    expect(read(name, content).tickets).toEqual(tickets);
  });

  it('is read with other categories where a map says so', () => {
    const map = new Map([
      ['HR', 'general'],
      ['IT', null],
    ]);
    const { tickets, notes } = read('m.csv', 'description,category\nHelp,HR\nMore,IT\nRest,Tax\n', map);
    expect(tickets.map(({ category }) => category)).toEqual(['general', 'Tax']);
    expect(notes).toEqual([expect.stringContaining('1 of 3 rows')]);
  });

  it('says which priorities it could not use', () => {
    const { tickets, notes } = read('p.csv', 'description,category,priority\nHelp,HR,urgent\n');
    expect(tickets[0]?.priority).toBeNull();
    expect(notes).toEqual([expect.stringContaining('1 rows')]);
  });

  it.each([
    ['empty.csv', '', 'holds no tickets'],
    ['names.csv', 'subject,body\na,b\n', 'has no description; it has subject, body'],
    ['label.csv', 'description,label\na,b\n', 'has no category'],
    ['none.csv', 'description,category\nHelp,\n', 'both a text and a category'],
    ['bad.jsonl', '{"description":"a","category":"b"}\n{oops\n', 'Line 2 of'],
    ['list.json', '[1]', 'one object for each ticket'],
    ['quote.csv', 'description,category\n"Help,HR\n', 'no CSV that can be read'],
  ])('that cannot be used is refused in one sentence: %s', (name, content, words) => {
    expect(() => read(name, content)).toThrow(BadInput);
    expect(() => read(name, content)).toThrow(words);
  });

  it('tells which columns are used where one is missing and another looks as if it were meant', () => {
    const { tickets, notes } = read('s.csv', 'Subject,description,category,id\nHi,Help,HR,1\n');
    expect(tickets).toEqual([ticket('', 'Help', 'HR')]);
    expect(notes).toEqual([
      `${join(folder, 's.csv')} has the columns subject, description, category, id; used are description, category. If you meant subject as title, rename it.`,
    ]);
  });

  it.each([
    ['has them all', 'title,description,category,priority,subject,body\nHi,Help,HR,high,a,b\n'],
    ['has none that looks like it', 'description,category,id\nHelp,HR,1\n'],
  ])('says nothing of columns where it %s', (_, content) => {
    expect(read('n.csv', content).notes).toEqual([]);
  });

  it('tells what a map names in vain', () => {
    const map = new Map([
      ['HR', 'general'],
      ['hr', 'general'],
    ]);
    const { written } = read('v.csv', 'description,category\nHelp,HR\n', map);
    expect(unusedOf(map, [{ written }])).toEqual(['The map names what no row has as its category: hr.']);
    expect(unusedOf(map, [{ written }, { written: new Set(['hr']) }])).toEqual([]);
  });

  it.each([
    [
      'windows-1252',
      Buffer.from(
        'description,category\r\nGr\u00fc\u00dfe \u2013 \u20ac,HR\r\n'
          .replace('\u2013', '\x96')
          .replace('\u20ac', '\x80'),
        'latin1',
      ),
    ],
    [
      'UTF-16, the other way round',
      Buffer.from('\uFEFFdescription,category\r\nGr\u00fc\u00dfe \u2013 \u20ac,HR\r\n', 'utf16le').swap16(),
    ],
  ])('is read in %s', (name, bytes) => {
    const file = join(folder, `${name}.csv`);
    writeFileSync(file, bytes);
    expect(labelledTickets(file, new Map()).tickets).toEqual([ticket('', 'Gr\u00fc\u00dfe \u2013 \u20ac', 'HR')]);
  });

  it('is read as spreadsheets write Unicode', () => {
    const file = join(folder, 'u.csv');
    writeFileSync(file, '\uFEFFdescription\tcategory\r\nGrüße\tHR\r\n', 'utf16le');
    expect(labelledTickets(file, new Map()).tickets).toEqual([ticket('', 'Grüße', 'HR')]);
  });

  it('that is not there is refused', () => {
    expect(() => labelledTickets(join(folder, 'nowhere.csv'), new Map())).toThrow('there is no such file');
  });
});
