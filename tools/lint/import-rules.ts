import type { Linter } from 'eslint';

/** One thing that a room of the house must not import. */
interface Denial {
  /** Matched against the path as it is written in the import. */
  readonly regex: string;
  readonly message: string;
  /** Types cost nothing at run time and may pass. */
  readonly allowTypeImports?: boolean;
}

/** Flat configuration lets a later entry replace an earlier one, so each room names everything it must not import. */
export function room(files: readonly string[], denials: readonly Denial[]): Linter.Config {
  return {
    name: `imports/${files.join(',')}`,
    files: [...files],
    ignores: ['**/*.spec.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', { patterns: [...denials] }],
      // Loading a file later is importing it as well.
      'no-restricted-syntax': ['error', ...denials.map(asLazyImport)],
    },
  };
}

function asLazyImport({ regex, message }: Denial): { selector: string; message: string } {
  return { selector: `ImportExpression[source.value=/${regex.replaceAll('/', '\\/')}/]`, message };
}
