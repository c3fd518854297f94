import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { ConversationApi } from '../../api/conversation-api';
import { Notifications } from '../../core/notifications';
import { Undo } from '../../core/undo';
import { aMessage } from '../testing/messages';
import { HOLD_SECONDS, LeavingReply } from './leaving-reply';
import { TicketConversation } from './ticket-conversation';

const nothing = () => undefined;

describe('a reply that leaves', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('can be taken back as long as the desk holds it, whatever was sent before', () => {
    TestBed.configureTestingModule({
      providers: [
        LeavingReply,
        { provide: ConversationApi, useValue: {} },
        { provide: TicketConversation, useValue: { readOn: nothing } },
        { provide: Notifications, useValue: {} },
        { provide: Undo, useValue: { add: nothing, forget: nothing } },
      ],
    });
    const leaving = TestBed.inject(LeavingReply);
    leaving.hold(2, aMessage(2), nothing);
    jest.advanceTimersByTime(6_000);
    leaving.hold(2, aMessage(3), nothing);
    jest.advanceTimersByTime(HOLD_SECONDS * 1_000 - 1);
    expect(leaving.held()?.number).toBe(3);
    jest.advanceTimersByTime(1);
    expect(leaving.held()).toBeNull();
  });
});
