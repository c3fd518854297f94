import type { TicketEvent } from '../../api/model';
import { anEvent, created } from '../testing/events';
import { type ValueOrigin, valueOrigin } from './value-origin';

const DESK = { from: 'desk' } as const;
const ACCOUNT = { value: 'account', confidence: 0.9 };
const MINA = { from: 'person', person: 2 } as const;
const moved = (from: string, to: string, actor: number | null = 3) =>
  anEvent(2, [{ field: 'category', from, to }], { actor });

describe('who decided the category', () => {
  it.each<[string, TicketEvent[], string, ValueOrigin]>([
    ['nobody known before the events are read', [], 'billing', null],
    ['nobody when the desk proposed nothing', [created('billing', null)], 'billing', null],
    ['the desk when its proposal was taken', [created('billing', 'billing')], 'billing', DESK],
    ['the person who overrode it at once', [created('technical', 'billing')], 'technical', MINA],
    [
      'the person who overrode it later',
      [created('billing', 'billing'), moved('billing', 'technical')],
      'technical',
      { from: 'person', person: 3 },
    ],
    [
      'the desk when its proposal is back',
      [created('technical', 'billing'), moved('technical', 'billing')],
      'billing',
      DESK,
    ],
    [
      'nobody when the desk itself moved it',
      [created('billing', 'billing'), moved('billing', 'account', null)],
      'account',
      null,
    ],
    [
      'the desk when what it suggested for a later message was taken',
      [
        created('billing', 'billing'),
        anEvent(2, [{ field: 'category', from: 'billing', to: 'account', suggested: ACCOUNT }]),
      ],
      'account',
      DESK,
    ],
    ['nobody known while the events lag behind', [created('billing', 'billing')], 'technical', null],
  ])('is %s', (_, events, value, origin) => {
    expect(valueOrigin(events, 'category', value)).toEqual(origin);
  });

  it('says nothing of the priority', () => {
    expect(valueOrigin([created('technical', 'billing')], 'priority', 'high')).toEqual(DESK);
  });
});
