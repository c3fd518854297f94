import { serverWords } from './server-words.ts';

const key = 'sk-proj-4f6a1c0e9b7dQwErTy';
const text = {
  title: 'Cannot pay with card 4111 1111',
  description: 'My code word is PURPLE-Elephant.\nThe model of my printer does not exist any more: 我想退款请帮忙。',
};
const shown = (message: string) => serverWords(message, { secrets: [key, 'p4ssw0rd'], text });

describe('the words of a server', () => {
  it.each([
    ['The model `gpt-9` does not exist', 'The model `gpt-9` does not exist'],
    ['  one\r\n\tline  ', 'one line'],
    ['<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>', '502 Bad Gateway nginx'],
    ['<script>alert(1)</script>Oops', 'Oops'],
    ['Max\u202Eimum\u200B\u0007 reached', 'Max imum reached'],
    ['', null],
    [' <br> … ', null],
  ])('%j are shown as %j', (message, expected) => {
    expect(shown(message)).toBe(expected);
  });

  it.each([
    `Incorrect API key provided: ${key}. Find yours at example.com`,
    `Incorrect API key provided: ${key.toUpperCase()}.`,
    `Incorrect API key provided: sk-pr***********rTy.`,
    `Incorrect API key provided: ${key.slice(0, 12)}...`,
    `Incorrect API key provided: …${key.slice(-6)}`,
    `Authorization: Bearer ${key}`,
    `Basic ${Buffer.from(key).toString('base64')}`,
    `Wrong address /v1?key=${encodeURIComponent(key)}&x`,
    'Wrong password p4ssw0rd for gateway',
    'Try sk-other-key-of-somebody-else instead',
    'Token eyJhbGciOiJIUzI1NiJ9.eyJzdWIi is over',
  ])('show no key: %s', (message) => {
    const words = shown(message) ?? '';
    for (const part of [key, 'sk-p', 'SK-P', '4f6a1', 'QwErTy', 'rTy', 'p4ssw0rd', 'other-key', 'eyJ', 'c2st'])
      expect(words).not.toContain(part);
  });

  it.each([
    `Invalid input: "${text.description}"`,
    'cannot parse "My code word is PURPLE-Elephant"',
    'unexpected token elephant',
    'in "My code word is PURPLE-Eleph',
    'nMyprinterx',
    'bad content: card%204111%201111',
    'bad content: My\\ncode\\tword',
    'bad content: \\u6211\\u60f3\\u9000\\u6b3e',
    '不能处理：退款请帮',
    JSON.stringify({ messages: [{ content: `Title: ${text.title}` }] }),
  ])('show nothing of the ticket: %s', (message) => {
    const words = (shown(message) ?? '').toLowerCase();
    for (const part of ['purple', 'elephant', 'word', 'printer', '4111', 'pay', '退款', '我想', '请帮'])
      expect(words).not.toContain(part);
  });

  it('keep what both say by chance', () => {
    const message = 'The model does not support this request, or does not exist';
    expect(shown(message)).toBe(message);
  });

  it('are at most 300 characters', () => {
    const words = shown('wrong '.repeat(200)) ?? '';
    expect(words).toHaveLength(300);
    expect(words.endsWith('…')).toBe(true);
  });

  it('cost little, whatever comes', () => {
    const started = process.cpuUsage();
    const long = { title: '', description: 'ab '.repeat(6_666) };
    for (const message of ['<'.repeat(200_000), 'ab '.repeat(60_000), '%e4'.repeat(60_000), 'x'.repeat(200_000)])
      serverWords(message, { secrets: [key], text: long });
    expect(process.cpuUsage(started).user).toBeLessThan(1_500_000);
  });
});
