import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default ts.config(
  { ignores: ['dist', 'node_modules', 'src/api/commands.ts'] },
  ...ts.configs.strict,
  ...ts.configs.stylistic,
  ...svelte.configs.recommended,
  { languageOptions: { globals: { ...globals.browser, ...globals.node } } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
  },
  {
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'svelte/no-at-html-tags': 'error',
      '@typescript-eslint/consistent-type-definitions': 'off',
      'no-restricted-globals': [
        'error',
        { name: 'localStorage', message: 'Nothing of a desk is kept in the web view.' },
        { name: 'sessionStorage', message: 'Nothing of a desk is kept in the web view.' },
        { name: 'fetch', message: 'The program opens no network connection.' },
      ],
    },
  },
  { files: ['tests/**', '*.config.*'], rules: { 'no-console': 'off', 'no-restricted-globals': 'off' } },
);
