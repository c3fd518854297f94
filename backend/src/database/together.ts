import { SharedRead } from './shared-read.ts';

/**
 * Does for many at once what each asks for, in turns as `SharedRead` takes them: nobody waits who comes alone, and everybody
 * gets their own result once their turn has ended, or why it failed.
 *
 * @param work gives a result, or an error, for each of the things that were asked, in their order; it may write as well.
 * @param most how many things one turn takes.
 */
export function together<Asked, Result>(
  work: (asked: readonly Asked[]) => Promise<readonly (Result | Error)[]>,
  most?: number,
): (asked: Asked) => Promise<Result> {
  const shared = new SharedRead(async (questions: readonly { readonly asked: Asked }[]) => {
    const results = await work(questions.map(({ asked }) => asked));
    if (results.length !== questions.length) throw new Error('Not each of the things that were asked has a result');
    return new Map(results.map((result, at) => [questions[at], result]));
  }, most);
  return async (asked) => {
    const question = { asked };
    const results = await shared.ask(question);
    const result = results.get(question) as Result | Error;
    if (result instanceof Error) throw result;
    return result;
  };
}
