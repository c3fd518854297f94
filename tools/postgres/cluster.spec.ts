import { firstProblem } from './cluster.ts';

describe('what a PostgreSQL program says went wrong', () => {
  it.each([
    [
      'a full disk',
      `FATAL:  could not write to file "pg_wal/xlogtemp.7": No space left on device
child process exited with exit code 1
initdb: removing contents of data directory "/data"`,
      'its disk is full',
    ],
    [
      'a disk that becomes full',
      'FATAL:  could not extend file "base/1/2691": wrote only 4096 of 8192 bytes at block 9\nHINT:  Check free disk space.',
      'its disk is full',
    ],
    [
      'an unknown locale',
      'initdb: error: invalid locale name "xx_YY"\ninitdb: hint: If the locale name is specific to ICU, use --icu-locale.',
      'invalid locale name "xx_YY"',
    ],
    [
      'a closed folder',
      'initdb: error: could not access directory "/data": Permission denied',
      'could not access directory "/data": Permission denied',
    ],
    [
      'a user without a name',
      'initdb: could not look up effective user ID 61000: user does not exist',
      'could not look up effective user ID 61000: user does not exist',
    ],
    [
      'a missing library',
      'initdb: error while loading shared libraries: libicuuc.so.60: cannot open shared object file: No such file or directory',
      'libicuuc.so.60: cannot open shared object file: No such file or directory',
    ],
    ['nothing of interest', 'initdb: warning: enabling "trust" authentication\n', undefined],
  ])('is found in its words: %s', (_, output, reason) => {
    expect(firstProblem(output)).toBe(reason);
  });
});
