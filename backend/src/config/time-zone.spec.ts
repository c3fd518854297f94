import { isTimeZone } from './time-zone.ts';

it.each([
  ...['UTC', 'Europe/Helsinki', 'Asia/Kolkata', 'Asia/Calcutta', 'Pacific/Auckland', 'Australia/Lord_Howe'],
  ...['America/Argentina/Buenos_Aires', 'America/Port-au-Prince', 'Etc/GMT+5', 'europe/helsinki'],
])('%s is a time zone', (name) => {
  expect(isTimeZone(name)).toBe(true);
});

it.each([
  ...['', ' ', 'Mars/Base', 'Helsinki', 'Europe', 'Europe/', '/Europe/Helsinki', 'Europe/Helsinki ', 'local'],
  ...[
    '+03:00',
    '-0330',
    '+3',
    '3',
    'UTC+3',
    'GMT+3',
    '../etc/passwd',
    "UTC'",
    'UTC\0',
    'x'.repeat(65),
    `Europe/${'x'.repeat(9_999)}`,
  ],
  ...[3, null, undefined, ['UTC'], {}],
])('%j is none', (name) => {
  expect(isTimeZone(name)).toBe(false);
});
