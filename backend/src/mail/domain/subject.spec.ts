import { bareSubject, ticketInSubject } from './subject.ts';

describe('a subject', () => {
  test.each([
    ['Re: [#123] Printer', 123],
    ['Printer # 7', 7],
    ['Re: Order #99 is missing [#12]', 12],
    ['Re: [#12] Re: [ # 13 ] AW: Order #99', 13],
    ['Re: Order #99 [#x]', 99],
    ['[#12345678901234567] #8', 8],
    ['#0', null],
    ['Room 12', null],
    ['#12345678901234567', null],
  ])('%s names ticket %s', (subject, ticket) => {
    expect(ticketInSubject(subject)).toBe(ticket);
  });

  test.each([
    ['Re: AW: Fwd: Printer', 'Printer'],
    ['RE[2]: Printer', 'Printer'],
    ['回复：打印机', '打印机'],
    ['回覆: 轉寄: 印表機', '印表機'],
    ['ΑΠ: ΣΧΕΤ: Εκτυπωτής', 'Εκτυπωτής'],
    ['Vá: Nyomtató', 'Nyomtató'],
    ['YNT: İLT: Yazıcı', 'Yazıcı'],
    ['Отв: Ответ: Принтер', 'Принтер'],
    ['BLS: Trl: Printer', 'Printer'],
    ['Regarding: printer', 'Regarding: printer'],
    ['Re:', ''],
  ])('%s is about %j', (subject, bare) => {
    expect(bareSubject(subject)).toBe(bare);
  });
});
