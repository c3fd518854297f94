import { createHash } from 'node:crypto';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { lettersOf as runsOf } from '../src/learning/domain/features.ts';
import { packModel } from '../src/learning/domain/model-bytes.ts';
import { placesOf, samplesOf, says } from './support/kept-words.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';

/** Strange words, one with letters beyond ASCII, and an address: none stands in a desk by itself. */
const [WORD, MARKED, ADDRESS] = ['quokkasalamander', 'zürgelgnuß', 'okapi.numbat@example.org'];

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  await app.sql('CREATE TABLE planted (bytes bytea, said text, listed text[], counted jsonb, indexed tsvector)');
});
beforeEach(() => app.sql('TRUNCATE planted'));
afterAll(() => app.close());

const base64 = (text: string) => Buffer.from(text).toString('base64');
const inLines = (text: string, length: number, between: string) =>
  text.match(new RegExp(`.{1,${String(length)}}`, 'gs'))?.join(between) ?? '';
const bytewise = (text: string, one: (hex: string) => string) =>
  [...Buffer.from(text)].map((byte) => one(byte.toString(16).padStart(2, '0'))).join('');
const lettersOf = (text: string, one: (unit: number) => string) =>
  Array.from({ length: text.length }, (_, at) => one(text.charCodeAt(at))).join('');
const zip = (name: string, content: string) => {
  const packed = deflateRawSync(content);
  const header = Buffer.alloc(30);
  header.write('PK\x03\x04', 'latin1');
  header.writeUInt16LE(8, 8);
  header.writeUInt32LE(packed.length, 18);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, Buffer.from(name), packed]);
};

/** What stands around the word in each form is what stands there in life. */
const FORMS: readonly (readonly [string, (word: string) => string | Buffer])[] = [
  ['plain, in other letters', (word) => `The ${word.toUpperCase()} was here`],
  ['in Windows-1252', (word) => iconv.encode(`Der ${word} war da`, 'windows-1252')],
  ['in UTF-16, the lower byte first', (word) => iconv.encode(`Der ${word} war da`, 'utf-16le')],
  ['in UTF-16, the higher byte first', (word) => iconv.encode(`Der ${word} war da`, 'utf-16be')],
  ...[0, 1, 2].map(
    (at) =>
      [
        `base64, ${String(at)} letters before it`,
        (word: string) => base64(`${'x'.repeat(at)}${word}, it was`),
      ] as const,
  ),
  ['base64 of the alphabet of URLs', (word) => `token=${Buffer.from(`>>>???${word}???`).toString('base64url')}&x`],
  [
    'base64 in lines of 76',
    (word) => inLines(base64(`${'Before that. '.repeat(4)}${word} and more, ${word}`), 76, '\r\n'),
  ],
  ['base64 in lines that are quoted', (word) => `> ${inLines(base64(`Before. ${word} and more`), 12, '\n> ')}`],
  ['base64 of Windows-1252', (word) => iconv.encode(`Der ${word} war da`, 'windows-1252').toString('base64')],
  [
    'base64 within base64',
    (word) => base64(`Content-Transfer-Encoding: base64\r\n\r\n${base64(`The ${word} was here`)}`),
  ],
  ['quoted-printable', (word) => `The=20${bytewise(word, (hex) => `=${hex.toUpperCase()}`)}=20was here`],
  ['quoted-printable that is broken softly', (word) => `The ${inLines(word, 4, '=\r\n')} was here`],
  ['an encoded word of base64', (word) => `Subject: =?UTF-8?B?${base64(`A ${word} here`)}?=`],
  [
    'encoded words of base64, broken',
    (word) => `Subject: =?utf-8?b?${base64(`A ${word.slice(0, 5)}`)}?=\r\n =?utf-8?b?${base64(word.slice(5))}?=`,
  ],
  [
    'an encoded word of signs',
    (word) =>
      `From: =?iso-8859-1?Q?A_${[...iconv.encode(word, 'latin1')].map((byte) => `=${byte.toString(16).toUpperCase()}`).join('')}?= <a@b.example>`,
  ],
  [
    'a parameter that goes on',
    (word) => `filename*0*=UTF-8''${bytewise(word.slice(0, 6), (hex) => `%${hex}`)};\r\n filename*1="${word.slice(6)}"`,
  ],
  ['hexadecimal', (word) => `\\x${bytewise(`A ${word}`, (hex) => hex)}`],
  ['hexadecimal in capitals', (word) => bytewise(`A ${word}`, (hex) => hex.toUpperCase())],
  ['percent-encoding', (word) => `search=${bytewise(word, (hex) => `%${hex}`)}&status=open`],
  [
    'escapes of JSON',
    (word) => `{"search":"${lettersOf(word, (unit) => `\\u${unit.toString(16).padStart(4, '0')}`)}"}`,
  ],
  ['decimal entities', (word) => `<p>${lettersOf(word, (unit) => `&#${String(unit)};`)}</p>`],
  ['hexadecimal entities', (word) => `<p>${lettersOf(word, (unit) => `&#x${unit.toString(16)};`)}</p>`],
  ['entities by name', (word) => `<p>${word.replace('ü', '&uuml;').replace('ß', '&szlig;')}</p>`],
  ['HTML with marks within', (word) => `<p>${word.slice(0, 5)}<b class="x">${word.slice(5)}</b></p>`],
  ['with characters that nobody sees', (word) => `${word.slice(0, 5)}\u00ad${word.slice(5, 7)}\u200b${word.slice(7)}`],
  ['gzip', (word) => gzipSync(`The ${word} was here`)],
  ['gzip, as base64', (word) => gzipSync(`The ${word} was here`).toString('base64')],
  ['gzip that is cut short', (word) => gzipSync(`The ${word} was here${'.'.repeat(99)}`).subarray(0, -6)],
  ['deflate', (word) => deflateSync(`The ${word} was here`)],
  ['deflate without a header', (word) => deflateRawSync(`The ${word} was here`)],
  ['brotli', (word) => brotliCompressSync(`The ${word} was here`)],
  ['a file in a zip', (word) => zip('letter.txt', `The ${word} was here`)],
  ['a model', (word) => packModel({ head: { words: [word] }, numbers: [new Float32Array(9)] })],
];

/** Each form in a column of its own, as text where it is one and as bytes; gives their names. */
async function plant(word: string): Promise<string[]> {
  const forms = FORMS.flatMap(([form, write]) => {
    const planted = write(word);
    const bytes = { name: `${form} (bytes)`, type: 'bytea', planted: Buffer.from(planted as string) };
    return typeof planted === 'string' ? [bytes, { name: `${form} (text)`, type: 'text', planted }] : [bytes];
  });
  await app.sql('DROP TABLE IF EXISTS forms');
  await app.sql(`CREATE TABLE forms (${forms.map(({ name, type }) => `"${name}" ${type}`).join(', ')})`);
  const values = forms.map((_, at) => `$${String(at + 1)}`).join(', ');
  await app.sql(
    `INSERT INTO forms VALUES (${values})`,
    forms.map(({ planted }) => planted),
  );
  return forms.map(({ name }) => `forms.${name}`).sort();
}

it.each([WORD, MARKED, ADDRESS])('%s is found in every form', async (word) => {
  const places = await plant(word);
  expect(await placesOf(app, word)).toEqual(places);
});

it('none is found where another stands in each form', async () => {
  await plant('wombatgibbon');
  for (const word of [WORD, MARKED, ADDRESS]) expect(await placesOf(app, word)).toEqual([]);
});

describe.each([WORD, MARKED])('%s is found', (word) => {
  beforeAll(() => app.sql('DROP TABLE IF EXISTS forms'));

  it('as the index of texts has it', async () => {
    await app.sql(`INSERT INTO planted (indexed) VALUES (search_document('', $1))`, [
      `The ${word.toUpperCase()} was here`,
    ]);
    expect(await placesOf(app, word)).toEqual(['planted.indexed']);
  });

  it('as one end of it that stands there alone', async () => {
    await app.sql(`INSERT INTO planted (listed) SELECT search_parts(search_lexemes(search_words(search_fold($1))))`, [
      word,
    ]);
    expect(await placesOf(app, word)).toEqual(['planted.listed']);
  });

  it('as its stem', async () => {
    await app.sql(`INSERT INTO planted (indexed) VALUES (to_tsvector('english', $1)), (to_tsvector('german', $1))`, [
      `${word}s`,
    ]);
    expect(await placesOf(app, `${word}s`)).toEqual(['planted.indexed']);
  });

  it('as its trigrams and the runs of letters of a vocabulary', async () => {
    await app.sql('INSERT INTO planted (counted) SELECT to_jsonb(array_agg(run)) FROM unnest(show_trgm($1)) AS run', [
      word,
    ]);
    expect(await placesOf(app, word)).toEqual(['planted.counted']);
    await app.sql('UPDATE planted SET counted = $1', [
      JSON.stringify({ letters: runsOf(word).filter((run) => run.length === 5) }),
    ]);
    expect(await placesOf(app, word)).toEqual(['planted.counted']);
  });

  it('as what can be computed of it alone', async () => {
    await app.sql('INSERT INTO planted (said) VALUES ($1)', [createHash('sha256').update(word).digest('hex')]);
    expect(await placesOf(app, word)).toEqual(['planted.said']);
    await app.sql('UPDATE planted SET said = NULL, bytes = $1', [createHash('sha256').update(word).digest()]);
    expect(await placesOf(app, word)).toEqual(['planted.bytes']);
  });
});

it('tables, sequences and jobs of every schema are looked through, names of things, remarks, and large objects', async () => {
  await app.sql(`CREATE SEQUENCE pgboss.${WORD}`);
  await app.sql(`COMMENT ON TABLE planted IS '${WORD}'`);
  await app.sql(`SELECT lo_from_bytea(0, '${WORD}')`);
  await app.sql(
    `INSERT INTO pgboss.job (name, data, output, state) SELECT name, $1, $2, 'failed' FROM pgboss.queue LIMIT 1`,
    [JSON.stringify({ of: WORD }), JSON.stringify({ message: WORD })],
  );
  expect(await placesOf(app, WORD)).toEqual(
    expect.arrayContaining(['pg_class.relname', 'pg_description.description', 'pg_largeobject.data']),
  );
  const places = await placesOf(app, WORD);
  expect(places.filter((place) => /^job\w*\.(?:data|output)$/.test(place))).toHaveLength(2);
  await app.sql(`DROP SEQUENCE pgboss.${WORD}`);
});

it('the samples of the planner are looked through by themselves', async () => {
  await app.sql(`INSERT INTO planted (said) SELECT '${WORD}' FROM generate_series(1, 10)`);
  await app.sql('ANALYZE planted');
  await app.sql('TRUNCATE planted');
  expect(await samplesOf(app, WORD)).toEqual(['planted.said']);
  await app.sql(`INSERT INTO planted (said) VALUES ('another')`);
  await app.sql('ANALYZE planted');
  expect(await samplesOf(app, WORD)).toEqual([]);
});

it('a log and the content of a file are looked through alike', async () => {
  expect(await says(app, `{"message":"${base64(`The ${WORD}`)}"}`, WORD)).toBe(true);
  expect(await says(app, gzipSync(WORD), WORD)).toBe(true);
  expect(await says(app, 'The wombatgibbon', WORD)).toBe(false);
});
