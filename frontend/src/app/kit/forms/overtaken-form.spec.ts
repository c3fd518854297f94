import { OvertakenForm } from './overtaken-form';

interface Thing {
  readonly version: number;
  readonly name: string;
  readonly role: string;
}

const SEEN: Thing = { version: 1, name: 'Ada', role: 'agent' };

describe('a form over what others may change meanwhile', () => {
  let typed: { name: string; role: string };
  let form: OvertakenForm<Thing, { name: string; role: string }>;

  beforeEach(() => {
    typed = { name: 'Ada', role: 'agent' };
    form = new OvertakenForm(SEEN, {
      textsOf: ({ name, role }) => ({ name, role }),
      typed: () => ({ ...typed, name: typed.name.trim() }),
      put: (field, value) => (typed[field] = value),
    });
  });

  it('knows what was changed, and that nothing was', () => {
    expect([form.changes(), form.isSaved]).toEqual([{}, true]);
    typed.name = ' Ada Cole ';
    expect([form.changes(), form.isSaved]).toEqual([{ name: 'Ada Cole' }, false]);
  });

  it('follows what only they changed, and saves the rest against what it is now', () => {
    typed.name = 'Ada Cole';
    expect(form.settle({ version: 2, name: 'Ada', role: 'admin' }, SEEN)).toBe('save');
    expect(typed).toEqual({ name: 'Ada Cole', role: 'admin' });
    expect([form.conflicts(), form.seen().version, form.changes()]).toEqual([null, 2, { name: 'Ada Cole' }]);
  });

  it('does not take a version for older because it is a smaller number', () => {
    typed.name = 'Ada Cole';
    expect(form.settle({ version: -7, name: 'Ada C.', role: 'agent' }, SEEN)).toBe('leave');
    expect([form.seen().version, form.conflicts()]).toEqual([-7, [{ field: 'name', theirs: 'Ada C.' }]]);
  });

  it('is done where both chose the same', () => {
    typed.name = 'Ada Cole';
    expect(form.settle({ version: 2, name: 'Ada Cole', role: 'agent' }, SEEN)).toBe('done');
  });

  it('leaves it to the person where both chose something else, with what was typed kept', () => {
    typed.name = 'Ada Cole';
    expect(form.settle({ version: 2, name: 'Ada C.', role: 'admin' }, SEEN)).toBe('leave');
    expect(form.conflicts()).toEqual([{ field: 'name', theirs: 'Ada C.' }]);
    expect(typed).toEqual({ name: 'Ada Cole', role: 'admin' });
    expect(form.changes()).toEqual({ name: 'Ada Cole' });

    form.takeTheirs({ field: 'name', theirs: 'Ada C.' });
    expect([form.conflicts(), form.isSaved]).toEqual([[], true]);
  });

  it('is told at once, and keeps open what was not decided', () => {
    typed = { name: 'Ada Cole', role: 'admin' };
    form.follow({ version: 2, name: 'Ada C.', role: 'agent' });
    expect(form.conflicts()).toEqual([{ field: 'name', theirs: 'Ada C.' }]);
    form.follow({ version: 3, name: 'Ada C.', role: 'guest' });
    expect(form.conflicts()).toEqual([
      { field: 'name', theirs: 'Ada C.' },
      { field: 'role', theirs: 'guest' },
    ]);
  });

  it('asks the person also about what was told between sending and the refusal', () => {
    typed.name = 'Ada Cole';
    const theirs = { version: 2, name: 'Ada C.', role: 'admin' };
    form.follow(theirs);
    expect(form.settle(theirs, SEEN)).toBe('leave');
    expect(form.conflicts()).toEqual([{ field: 'name', theirs: 'Ada C.' }]);
  });

  it('saves over what was told between sending and the refusal where that touches other fields', () => {
    typed.name = 'Ada Cole';
    const theirs = { version: 2, name: 'Ada', role: 'admin' };
    form.follow(theirs);
    expect(form.settle(theirs, SEEN)).toBe('save');
    expect(form.conflicts()).toBeNull();
  });

  it('takes what was told as decided once it is sent with that in sight', () => {
    typed.name = 'Ada Cole';
    const theirs = { version: 2, name: 'Ada C.', role: 'agent' };
    form.follow(theirs);
    expect(form.settle({ version: 3, name: 'Ada C.', role: 'admin' }, theirs)).toBe('save');
  });

  it('keeps what it knows where an older answer comes', () => {
    typed.name = 'Ada Cole';
    form.follow({ version: 3, name: 'Ada C.', role: 'admin' });
    expect(form.settle(SEEN, SEEN)).toBe('leave');
    expect([form.seen().version, form.conflicts(), typed.role]).toEqual([
      3,
      [{ field: 'name', theirs: 'Ada C.' }],
      'admin',
    ]);
  });
});
