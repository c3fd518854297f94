import { givenValue } from './given-value.ts';

describe('a value of the environment', () => {
  it.each([
    ['sk-key', 'sk-key'],
    ['sk-key\n', 'sk-key'],
    ['sk-key\r\n', 'sk-key'],
    ['  sk-key\t', 'sk-key'],
    ['\uFEFFsk-key', 'sk-key'],
    ['\u200Bsk-key\u2060', 'sk-key'],
    ['"sk-key"', 'sk-key'],
    ["'sk-key'\n", 'sk-key'],
    ['" sk-key "', 'sk-key'],
    ['"sk-key', '"sk-key'],
    ['sk"key', 'sk"key'],
    [' \n', ''],
    ['""', ''],
  ])('%j counts as %j', (value, meant) => {
    expect(givenValue('LLM_API_KEY', value)).toBe(meant);
  });

  it.each([
    ['secret word\r\n', 'secret word'],
    ['\uFEFFsecret', 'secret'],
    [' secret ', ' secret '],
    ['"secret"', '"secret"'],
  ])('that is a password keeps what may be meant: %j is %j', (value, meant) => {
    expect(givenValue('ADMIN_PASSWORD', value)).toBe(meant);
  });
});
