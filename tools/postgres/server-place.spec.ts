import { takesSocket } from './server-place.ts';

describe('a folder', () => {
  it.each([
    ['on Linux', '/home/ada/desk/.data/postgres', 'linux', true],
    ['on macOS', '/Users/ada/desk/.data/postgres', 'darwin', true],
    ['on Windows', 'C:\\desk\\.data\\postgres', 'win32', false],
    ['as long as it may be', `/${'a'.repeat(87)}`, 'linux', true],
    ['longer than that', `/${'a'.repeat(88)}`, 'linux', false],
    ['longer in bytes', `/${'ä'.repeat(44)}`, 'linux', false],
    ['that cannot stand in quotation marks', '/home/"ada"', 'linux', false],
  ] as const)('takes a socket or does not: %s', (_, folder, platform, takes) => {
    expect(takesSocket(folder, platform)).toBe(takes);
  });
});
