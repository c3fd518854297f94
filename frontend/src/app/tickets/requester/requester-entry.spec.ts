import { FormControl } from '@angular/forms';
import { type RequesterEntry, REQUESTER_RULES, askedContact, entryText, readTyped } from './requester-entry';

describe('who asks, as it is typed', () => {
  it.each([
    ['anna@example.com', { name: '', address: 'anna@example.com' }],
    [' anna@example.com ', { name: '', address: 'anna@example.com' }],
    ['Anna Berg <anna@example.com>', { name: 'Anna Berg', address: 'anna@example.com' }],
    ['"Berg, Anna" <anna@example.com>', { name: 'Berg, Anna', address: 'anna@example.com' }],
    ['Anna Berg anna+desk@example.com', { name: 'Anna Berg', address: 'anna+desk@example.com' }],
    ['Anna, anna@m\u00fcller.example', { name: 'Anna', address: 'anna@m\u00fcller.example' }],
    ['<anna@example.com>', { name: '', address: 'anna@example.com' }],
    ['Anna', null],
    ['anna@example', null],
    ['anna@example.com and more', null],
    ['', null],
  ])('%s', (text, typed) => {
    expect(readTyped(text)).toEqual(typed);
  });

  it.each<[RequesterEntry, object | null]>([
    ['', null],
    ['  ', null],
    ['anna@example.com', { address: 'anna@example.com' }],
    ['Anna <anna@example.com>', { name: 'Anna', address: 'anna@example.com' }],
    [{ id: 3, name: 'Anna', address: null }, { id: 3 }],
  ])('%j goes to the API as %j', (entry, asked) => {
    expect(askedContact(entry)).toEqual(asked);
  });

  it.each<[RequesterEntry, boolean]>([
    ['', true],
    ['Anna', false],
    ['anna@example.com', true],
    [{ id: 3, name: 'Anna', address: null }, true],
  ])('%j is enough: %s', (entry, right) => {
    expect(new FormControl(entry, [...REQUESTER_RULES]).valid).toBe(right);
  });

  it.each<[RequesterEntry, string]>([
    ['Ann', 'Ann'],
    [{ id: 3, name: 'Anna Berg', address: 'anna@example.com' }, 'Anna Berg <anna@example.com>'],
    [{ id: 3, name: 'anna@example.com', address: 'anna@example.com' }, 'anna@example.com'],
    [{ id: 3, name: 'Anna Berg', address: null }, 'Anna Berg'],
  ])('%j reads as %s', (entry, text) => {
    expect(entryText(entry)).toBe(text);
  });
});
