import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import vue from 'eslint-plugin-vue';

/** What each folder of the main process may not reach for: services use tools, tools use nothing of ours but shared. */
function ban(...groups) {
  return {
    patterns: groups.map(([what, message]) =>
      Array.isArray(what) ? { group: what, message } : { regex: what, message },
    ),
  };
}

const noRenderer = [
  ['**/renderer/**'],
  'The main process knows nothing of the page; what both need is in shared/.',
];
const noElectronFolder = [
  ['**/electron/**'],
  'The page asks through renderer/ipc.ts; what both need is in shared/.',
];
const noElectronPackage = [
  ['electron', 'electron/*'],
  'Only main, window, menu, desktop, ipc, preload and the sign-in window import electron (types included).',
];
const noKy = [['ky'], 'Ask Roblox through electron/roblox/client.ts.'];
const noNode = [['node:*'], 'The page and shared/ have no Node.'];
const noServices = [
  [
    '**/accounts/**',
    '**/sync/**',
    '**/demo/**',
    '**/handlers.ts',
    '**/services.ts',
    '**/services/**',
    '**/start.ts',
    '**/main.ts',
  ],
  'Tools (roblox, library) do not know the services that use them.',
];

export default defineConfig(
  { ignores: ['node_modules/', 'out/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.vue'],
    extends: [tseslint.configs.strictTypeChecked, vue.configs['flat/recommended-error']],
    languageOptions: {
      parserOptions: {
        parser: tseslint.parser,
        projectService: { allowDefaultProject: ['electron.vite.config.ts'] },
        extraFileExtensions: ['.vue'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // Numbers read well in messages and addresses.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // A query's row type and a route's output are stated where they are used.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Use a string union.' },
        {
          selector: 'ExportDefaultDeclaration',
          message: 'Export by name; only configuration and .vue files have a default.',
        },
      ],
      'vue/no-static-inline-styles': 'error',
      'vue/no-v-html': 'error',
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
      // Prettier lays out the templates.
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
    },
  },
  {
    files: ['**/*.vue', '**/*.config.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['shared/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        ban(noRenderer, noElectronFolder, noElectronPackage, noNode, [
          '^(?!zod/mini$|\\.)',
          'shared/ imports only zod/mini.',
        ]),
      ],
    },
  },
  {
    files: ['electron/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', ban(noRenderer, noElectronPackage, noKy)] },
  },
  {
    // Pixel and table arithmetic: every index is computed to be inside.
    files: ['electron/demo/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['electron/roblox/**/*.ts', 'electron/library/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', ban(noRenderer, noElectronPackage, noKy, noServices)] },
  },
  {
    files: ['electron/roblox/client.ts'],
    rules: { 'no-restricted-imports': ['error', ban(noRenderer, noElectronPackage, noServices)] },
  },
  {
    files: ['main', 'window', 'menu', 'desktop', 'ipc', 'preload', 'accounts/sign-in-window'].map(
      (name) => `electron/${name}.ts`,
    ),
    rules: { 'no-restricted-imports': ['error', ban(noRenderer, noKy)] },
  },
  {
    files: ['renderer/**/*.ts', 'renderer/**/*.vue'],
    rules: {
      'no-restricted-imports': ['error', ban(noElectronFolder, noElectronPackage, noKy, noNode)],
      'no-restricted-properties': [
        'error',
        { object: 'window', property: 'satchel', message: 'Ask through renderer/ipc.ts.' },
      ],
    },
  },
  {
    files: ['renderer/ui/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        ban(noElectronFolder, noElectronPackage, noKy, noNode, [
          ['**/features/**', '**/ipc.ts', 'pinia', '**/*.store.ts'],
          'ui/ shows what it is given: no store, no ipc.',
        ]),
      ],
    },
  },
  {
    files: ['renderer/ipc.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: ['scripts/**/*.ts', 'test/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
);
