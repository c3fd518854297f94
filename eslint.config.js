import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import { defineConfig, globalIgnores } from 'eslint/config';
import prettier from 'eslint-config-prettier/flat';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const isolatedProjects = [
  { sourceTag: 'scope:backend', onlyDependOnLibsWithTags: ['scope:backend'] },
  { sourceTag: 'scope:frontend', onlyDependOnLibsWithTags: ['scope:frontend'] },
  { sourceTag: 'scope:tools', onlyDependOnLibsWithTags: ['scope:tools'] },
  { sourceTag: 'scope:e2e', onlyDependOnLibsWithTags: ['scope:e2e'] },
];

/** Projects are closed to each other, but for the named files. */
function projectBoundaries(files, allow) {
  return {
    name: `projects/${files.join(',')}`,
    files,
    rules: { '@nx/enforce-module-boundaries': ['error', { depConstraints: isolatedProjects, allow }] },
  };
}

export default defineConfig(
  globalIgnores(['dist', 'coverage', '.angular', '.nx', '.data', '**/*.gen.ts']),
  { linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' } },

  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      // A class may consist of its decorator: Nest's modules, Angular's components.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // An empty text counts as missing more often than not, so `||` and `? :` stay allowed for strings.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      // DTOs are classes for their decorators; mappers write them as plain objects.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // Takes `Promise.withResolvers<void>()` for a mistake.
      '@typescript-eslint/no-invalid-void-type': 'off',
      // Hooks and test doubles are asynchronous by contract, whether they wait or not.
      '@typescript-eslint/require-await': 'off',
      // `[...text]` is how code points are counted.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // The compiler options that the workspace uses demand `process.env['NAME']`.
      '@typescript-eslint/dot-notation': 'off',
    },
  },
  {
    files: ['**/*.{js,mjs}'],
    ignores: ['frontend/public/**', 'backend/bench/web/page-probe.js'],
    languageOptions: { globals: globals.node },
  },
  {
    files: ['frontend/public/**/*.js', 'backend/bench/web/page-probe.js'],
    languageOptions: { globals: globals.browser },
  },
  {
    name: 'tests',
    files: ['**/*.spec.ts', '**/*.journey.ts', '**/test/**/*.ts', '**/testing/**/*.ts', 'frontend/e2e/**/*.ts'],
    rules: {
      // `expect.any(String)` is an `any`, and what a test takes for granted it may assert.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-console': 'off',
    },
  },

  {
    name: 'environment',
    files: ['backend/src/**/*.ts', 'frontend/src/**/*.ts'],
    ignores: ['backend/src/config/**', '**/*.spec.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only config/ reads the environment; inject Settings.' },
      ],
    },
  },

  {
    name: 'numbers',
    files: ['backend/src/**/domain/numeric/**/*.ts'],
    rules: {
      // Loops over typed arrays stay within their bounds, and a check of each number would double their time.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },

  {
    files: ['frontend/src/**/*.ts'],
    extends: [angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      'no-console': ['error', { allow: ['error'] }],
      // `Validators.required` and its like are static and know no `this`.
      '@typescript-eslint/unbound-method': ['error', { ignoreStatic: true }],
      '@angular-eslint/component-selector': ['error', { type: 'element', prefix: 'desk', style: 'kebab-case' }],
      '@angular-eslint/directive-selector': ['error', { type: 'attribute', prefix: 'desk', style: 'camelCase' }],
    },
  },
  {
    files: ['frontend/src/**/*.html'],
    extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
  },

  { plugins: { '@nx': nx } },
  projectBoundaries(['backend/src/**/*.ts', 'frontend/src/**/*.ts'], []),
  projectBoundaries(['backend/test/**/*.ts'], ['tools/(backup/|postgres/|web/container-nginx)']),
  projectBoundaries(
    ['backend/bench/**/*.ts'],
    ['tools/(free-port|launcher/(backend-process|database|settings)|web/(chromium|proxy-secret|web-server))'],
  ),
  projectBoundaries(['tools/**/*.ts'], ['backend/test/support/raw-http']),
  // What both halves say of texts is compared here.
  projectBoundaries(
    ['tools/texts/same-texts.spec.ts'],
    ['backend/src/common/validation/(unseen|written)', 'frontend/src/app/ui/(unseen|written)'],
  ),
  projectBoundaries(
    ['frontend/e2e/**/*.ts'],
    [...['fake-llm', 'dovecot', 'smtp-server', 'mail-field'].map((name) => `backend/test/support/${name}`), 'tools/'],
  ),

  {
    name: 'tests',
    files: ['**/*.spec.ts'],
    rules: {
      // Asymmetric matchers are of type any.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      // Counting code points is what the tests of length do.
      '@typescript-eslint/no-misused-spread': 'off',
    },
  },
  {
    name: 'command line',
    files: ['tools/**', 'frontend/tools/**', 'backend/bench/**', 'backend/test/support/fake-llm-server.ts'],
    rules: { 'no-console': 'off' },
  },
  prettier,
);
