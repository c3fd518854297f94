import { TestBed } from '@angular/core/testing';
import { NonNullableFormBuilder } from '@angular/forms';
import { messageOf } from '../../ui/field-message';
import { type NewTicketForm, newTicketForm } from './new-ticket-form';

type Field = keyof NewTicketForm['controls'];

describe('the rules of a new ticket', () => {
  it.each<[Field, string, string | null]>([
    ['title', '', 'Give the ticket a title.'],
    ['title', '   ', 'Give the ticket a title.'],
    ['title', ' Late ', null],
    ['title', 'x'.repeat(200), null],
    ['title', '😀'.repeat(200), null],
    ['title', 'x'.repeat(201), 'Shorten the title by 1 character; 200 fit.'],
    ['title', 'two\nlines', 'Keep the title on one line.'],
    ['description', '', 'Describe what happened.'],
    ['description', ' \n ', 'Describe what happened.'],
    ['description', 'two\nlines', null],
    ['description', `\n${'x'.repeat(20_000)} `, null],
    ['description', ` ${'x'.repeat(20_000)}`, 'Shorten the description by 1 character; 20,000 fit.'],
    ['description', 'x'.repeat(21_200), 'Shorten the description by 1,200 characters; 20,000 fit.'],
    ['category', '', 'Choose a category.'],
    ['category', 'billing', null],
    ['priority', '', 'Choose a priority.'],
    ['priority', 'high', null],
  ])('%s %j: %s', (field, value, message) => {
    const control = newTicketForm(TestBed.inject(NonNullableFormBuilder)).get(field)!;
    control.setValue(value);
    control.markAsTouched();
    control.markAsDirty();

    expect(messageOf(control)).toBe(message);
  });
});
