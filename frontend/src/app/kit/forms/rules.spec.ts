import { FormControl, type ValidatorFn } from '@angular/forms';
import { atMost, filled, matching, needed, rule } from './rules';

describe('the rules of a text', () => {
  it.each<[string, ValidatorFn, string, string | null]>([
    ['needed', needed('Missing.'), '', 'Missing.'],
    ['needed', needed('Missing.'), ' \n ', 'Missing.'],
    ['needed', needed('Missing.'), ' x ', null],
    ['filled', filled('Missing.'), '', 'Missing.'],
    ['filled', filled('Missing.'), ' ', null],
    ['at most two', atMost(2, 'Too long.'), ' 😀😀 ', null],
    ['at most two', atMost(2, 'Too long.'), 'abc', 'Too long.'],
    ['at most two of several lines', atMost(2, 'Too long.', false), '\n ab \n', 'Too long.'],
    ['at most three of several lines', atMost(3, 'Too long.', false), '\n ab \n', null],
    ['at most two', atMost(2, (by) => `Shorten by ${by}.`), 'abcde', 'Shorten by 3.'],
    ['matching', matching(/^[a-z]+$/, 'Letters.'), '', null],
    ['matching', matching(/^[a-z]+$/, 'Letters.'), ' abc ', null],
    ['matching', matching(/^[a-z]+$/, 'Letters.'), 'abc1', 'Letters.'],
    ['one of its own', rule('even', (text) => (text.length % 2 ? 'Odd.' : undefined)), 'abc', 'Odd.'],
    ['one of its own', rule('even', (text) => (text.length % 2 ? 'Odd.' : undefined)), 'ab', null],
  ])('%s: %# %j', (_, validator, text, words) => {
    const { errors } = new FormControl(text, { nonNullable: true, validators: validator });

    expect(Object.values(errors ?? {})).toEqual(words === null ? [] : [words]);
  });
});
