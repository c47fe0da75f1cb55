// The rules of the front end. The walls between folders are rules too: a noun folder does not
// import another, only the host folder knows Tauri, and only the tokens hold literals.
import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

const nouns = ['today', 'counter', 'orders', 'products', 'customers', 'reports', 'settings',
  'imports', 'start', 'palette'];
const bases = ['text', 'host', 'api', 'keys', 'kit'];
const tauri = { group: ['@tauri-apps/*'], message: 'Only src/host/tauri.ts may name Tauri.' };

const wall = (folder, banned) => ({
  files: [`src/${folder}/**/*.{ts,svelte}`],
  ignores: folder === 'host' ? ['src/host/tauri.ts'] : [],
  rules: {
    'no-restricted-imports': ['error', {
      patterns: [tauri, ...banned.map((other) => ({
        group: [`**/${other}/*`, `**/${other}`],
        message: `${folder} must not import ${other}; move what is shared down.`,
      }))],
    }],
  },
});

export default ts.config(
  { ignores: ['dist', 'node_modules', 'src/api/generated.ts'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs['flat/recommended'],
  { languageOptions: { globals: { ...globals.browser, ...globals.node } } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
  },
  {
    rules: {
      'no-console': 'error',
      'no-eval': 'error',
      'no-undef': 'off',
      'max-lines': ['error', { max: 250 }],
      'max-len': ['error', { code: 100, ignoreUrls: true, ignorePattern: '^\\s*(<path|\\S+: .M)' }],
      'max-params': ['error', 6],
      'svelte/no-at-html-tags': 'error',
      'svelte/no-navigation-without-resolve': 'off',
      // Reactive state is marked by runes; a plain Map or URLSearchParams is a value in passing.
      'svelte/prefer-svelte-reactivity': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-explicit-any': 'error',
    },
  },
  ...nouns.map((noun) => wall(noun, nouns.filter((other) => other !== noun))),
  ...bases.map((base) => wall(base, nouns)),
);
