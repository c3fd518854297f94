import { UNASSIGNED, categoryOption, personOption, priorityOption, statusOption } from '../../ui/vocabulary';
import { changeWords } from './change-words';

describe('the message after a change', () => {
  it.each([
    [statusOption('resolved'), 'Ticket #12 resolved'],
    [statusOption('closed'), 'Ticket #12 closed'],
    [statusOption('open'), 'Ticket #12 is open'],
    [statusOption('in_progress'), 'Ticket #12 is in progress'],
    [priorityOption('critical'), 'Ticket #12 has critical priority'],
    [categoryOption({ key: 'billing', label: 'Billing' }), 'Ticket #12 moved to Billing'],
    [personOption(3, 'Jonas Weber'), 'Ticket #12 assigned to Jonas Weber'],
    [personOption(1, 'Priya Nair'), 'Ticket #12 assigned to you'],
    [UNASSIGNED, 'Ticket #12 is unassigned'],
  ])('%j reads "%s"', (option, words) => {
    expect(changeWords(12, option, 1)).toBe(words);
  });
});
