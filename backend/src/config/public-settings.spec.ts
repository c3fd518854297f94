import { readEnvironment } from './environment.ts';
import { publicSettings, settingChanges } from './public-settings.ts';

const read = (variables: Record<string, string>) =>
  publicSettings(readEnvironment({ DATABASE_URL: 'postgres://desk:hush@localhost/desk', ...variables }));

describe('settings that may be shown', () => {
  it('tell of secrets whether they are set', () => {
    expect(read({})).toMatchObject({ LLM_API_KEY: null, ADMIN_PASSWORD: null, OPENAI_BASE_URL: null });
    const key = Buffer.alloc(32, 'hush').toString('base64');
    const shown = read({ LLM_API_KEY: 'sk-hush', ADMIN_PASSWORD: 'hush-hush-hush', SECRET_KEY: key });
    expect(shown).toMatchObject({ LLM_API_KEY: 'set', ADMIN_PASSWORD: 'set', SECRET_KEY: 'set' });
    for (const word of ['hush', key]) expect(JSON.stringify(shown)).not.toContain(word);
  });

  it('leave out what differs from machine to machine, and credentials in addresses', () => {
    const shown = read({ OPENAI_BASE_URL: 'https://me:hush@llm.example/v1', PORT: '8100', MIGRATE_AT_START: 'false' });
    expect(shown['OPENAI_BASE_URL']).toBe('https://llm.example/v1');
    for (const name of ['PORT', 'PROCESS_ROLE', 'MIGRATE_AT_START']) expect(Object.keys(shown)).not.toContain(name);
    expect(JSON.stringify(shown)).not.toContain('hush');
  });
});

describe('changed settings', () => {
  it('are those that differ, came or went', () => {
    expect(settingChanges({ A: 1, B: 'x', C: null }, { A: 1, B: 'y', D: true })).toEqual({
      B: { from: 'x', to: 'y' },
      D: { from: null, to: true },
    });
    expect(settingChanges({ A: null }, {})).toEqual({});
  });
});
