import fc from 'fast-check';
import { readingsOf } from './readings.ts';

describe('the readings of a text', () => {
  it.each<[string, string, unknown[]]>([
    ['an object alone', '{"a": 1}', [{ a: 1 }]],
    ['an object in margins', '\n\uFEFF {"a": 1} \n', [{ a: 1 }]],
    ['a code fence', 'Sure!\n```json\n{"a": 1}\n```\nDone.', [{ a: 1 }]],
    ['a fence without a name', '```\n{"a": 1}\n```', [{ a: 1 }]],
    ['prose before', 'Here you are: {"a": 1}', [{ a: 1 }]],
    ['prose behind', '{"a": 1} It is {so}.', [{ a: 1 }]],
    ['braces in prose before', 'Let {x} be {"y"}: {"a": 1}', [{ a: 1 }]],
    ['an apostrophe before', 'It\'s {don\'t} {"a": 1}', [{ a: 1 }]],
    ['a brace that is never closed', 'I would { say {"a": 1}', [{ a: 1 }]],
    ['braces and quotes within a text', '{"a": "} \\" {"}', [{ a: '} " {' }]],
    ['two objects, one after the other', '{"a": 1} or {"a": 2}', [{ a: 1 }, { a: 2 }]],
    ['an object within another, the outer first', '{"a": {"b": 1}}', [{ a: { b: 1 } }, { b: 1 }]],
    ['a list', '[{"a": 1}]', [{ a: 1 }]],
    ['JSON in a JSON text', '"{\\"a\\": 1}"', [{ a: 1 }]],
    ['arguments of a function', '{"name": "x", "arguments": "{\\"a\\": 1}"}', [expect.anything(), { a: 1 }]],
    ['single quotes', "{'a': 'it'}", [{ a: 'it' }]],
    ['a comma too many', '{"a": [1,],}', [{ a: [1] }]],
    ['comments and bare names', '{a: 1, // one\n}', [{ a: 1 }]],
    ['a text of the answer that looks like an object', '{"a": "{\\"b\\": 1}"}', [{ a: '{"b": 1}' }]],
    ['another value', '7', [7]],
    ['half of an object', '{"a": {"b": 1', []],
    ['prose', 'Billing, I would say.', []],
    ['nothing', '', []],
  ])('are found in %s', (_, text, expected) => {
    expect(readingsOf(text)).toEqual(expected);
  });

  it('begin with the object, whatever prose is around it', () => {
    const prose = fc.string().map((text) => text.replace(/[{}[\]'"]/g, ''));
    fc.assert(
      fc.property(
        prose,
        prose,
        fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), fc.string()),
        (before, behind, object) => {
          expect(readingsOf(`${before}x ${JSON.stringify(object)} ${behind}`)[0]).toEqual(object);
        },
      ),
    );
  });

  it.each([
    ['openings', '{'.repeat(16_000)],
    ['quotes', '{"'.repeat(8_000)],
    ['almost objects', '{a:1 '.repeat(3_000) + '}'.repeat(1_000)],
    ['depth', `${'['.repeat(8_000)}${']'.repeat(8_000)}`],
    ['depth of objects', `${'{"a":'.repeat(2_500)}1${'}'.repeat(2_500)}`],
  ])('cost little in a text that is nothing but %s', (_, text) => {
    const started = process.cpuUsage();
    readingsOf(text);
    expect(process.cpuUsage(started).user).toBeLessThan(1_500_000);
  });
});
