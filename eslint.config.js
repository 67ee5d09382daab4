import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

const FILE_LIBRARIES = ['papaparse', 'xlsx', 'fflate', '@zip.js/zip.js', 'pdf-lib', '@libpdf/core', '@embedpdf/pdfium'];

/** Where each folder may import from (docs/architecture.md). `files` may not import any of `groups`, and this is why. */
const ZONES = [
  {
    files: ['src/core/**/*.ts'],
    allow: ['fastest-levenshtein', 'libphonenumber-js/min'],
    forbid: [
      '**/contract/**',
      '**/worker-bridge/**',
      '**/store/**',
      '**/vault/!(key-slot)',
      '**/sync/**',
      '**/features/**',
      '**/ui/**',
      '**/i18n/**',
      '**/app/**',
      '**/workers/**',
    ],
    why: 'core is the rule of the tax office: pure, no DOM, no storage, no network, no clock.',
  },
  {
    files: ['src/contract/**/*.ts'],
    allow: ['zod', 'zod/mini'],
    forbid: [
      '**/worker-bridge/**',
      '**/store/**',
      '**/vault/**',
      '**/sync/**',
      '**/features/**',
      '**/ui/**',
      '**/app/**',
      '**/workers/**',
    ],
    why: 'contract is the wire and nothing else.',
  },
  {
    files: ['src/worker-bridge/**/*.ts'],
    allow: ['comlink'],
    forbid: [
      '**/contract/**',
      '**/store/**',
      '**/vault/!(key-slot)',
      '**/sync/**',
      '**/features/**',
      '**/ui/**',
      '**/app/**',
    ],
    why: 'the bridge knows the workers by their interfaces over core types.',
  },
  {
    files: ['src/store/**/*.ts'],
    allow: ['dexie'],
    forbid: [
      '**/contract/**',
      '**/worker-bridge/*worker-api',
      '**/vault/!(key-slot)',
      '**/sync/**',
      '**/features/**',
      '**/ui/**',
      '**/app/**',
      '**/workers/**',
    ],
    why: 'store keeps ciphertext: sealing comes through the Sealer port.',
  },
  {
    files: ['src/vault/**/*.ts'],
    allow: ['hash-wasm'],
    forbid: [
      '**/contract/**',
      '**/worker-bridge/*worker-api',
      '**/store/**',
      '**/sync/**',
      '**/features/**',
      '**/ui/**',
      '**/app/**',
      '**/workers/**',
    ],
    why: 'vault is keys and sealing; it stores and sends nothing.',
  },
  {
    files: ['src/sync/**/*.ts'],
    allow: [],
    forbid: [
      '**/core/clients/read*',
      '**/store/**',
      '**/vault/**',
      '**/features/**',
      '**/ui/**',
      '**/app/**',
      '**/workers/**',
      '**/worker-bridge/**',
    ],
    why: 'sync knows envelopes and HTTP, nothing of rows or PDFs.',
  },
  {
    files: ['src/features/**/*.{ts,svelte}', 'src/ui/**/*.{ts,svelte}', 'src/i18n/**/*.ts'],
    allow: ['svelte', 'svelte/*', 'svelte-spa-router'],
    forbid: ['**/contract/**', '**/sync/**', '**/vault/!(key-slot)', '**/app/**', '**/workers/**', '**/store/**'],
    why: 'screens see core types, the bridge interfaces, i18n and ui; everything else only through the app context.',
  },
  {
    files: ['src/app/**/*.ts', 'src/main.ts', 'src/pwa/**/*.ts'],
    allow: ['svelte', 'svelte/reactivity', 'comlink', 'workbox-window'],
    forbid: [],
    why: 'the composition joins what the others make; a file library here would run on the page.',
  },
  {
    files: ['src/website-form/**/*.ts'],
    allow: [],
    forbid: ['**/core/**', '**/contract/**', '**/app/**', '**/features/**', '**/i18n/**', '**/ui/**', '**/sync/**'],
    why: 'the website form is loaded by other sites: small, and by itself.',
  },
  {
    files: ['workers/**/*.ts'],
    allow: [
      'comlink',
      'hash-wasm',
      'workbox-*',
      'libphonenumber-js/min',
      ...FILE_LIBRARIES,
      '@embedpdf/pdfium/*',
      '@zip.js/zip.js/lib/zip-core.js',
      'papaparse',
      '@fontsource-variable/*',
    ],
    forbid: [
      '**/contract/**',
      '**/vault/!(seal|document-key|keyed-hash|release-bytes|key-slot)',
      '**/store/!(packs)/**',
      '**/store/!(packs|document-bytes)',
      '**/sync/**',
      '**/features/**',
      '**/ui/**',
      '**/i18n/**',
      '**/app/**',
    ],
    why: 'workers read and make file bytes: core, the bridge interfaces, vault/seal and store/packs only.',
  },
  {
    files: ['test/conformance/**/*.ts'],
    allow: ['node:*'],
    forbid: ['**/src/!(contract)/**', '**/sandbox/**', '**/contract/support/**', '**/workers/**', '**/fixtures/**'],
    why: 'the conformance kit judges any server: it knows the contract, and nothing of our client or our sandbox.',
  },
];

/** Bare specifiers that are not in a zone's own list are refused by a negative lookahead. */
const zoneRules = ZONES.map(({ files, allow, forbid, why }) => ({
  files,
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          ...(forbid.length > 0 ? [{ group: forbid, message: why }] : []),
          {
            regex: `^(?!\\.)(?!(?:${allow.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, (c) => (c === '*' ? '.*' : `\\${c}`))).join('|') || '$^'})(?:\\?.*)?$)`,
            message: `${why} This library is not in the zone's list (eslint.config.js).`,
          },
        ],
      },
    ],
  },
}));

export default ts.config(
  { ignores: ['dist/', 'node_modules/', '.svelte-check/', '.sandbox-data/', 'coverage/', 'public/'] },
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'] } },
    rules: {
      'svelte/no-inline-styles': ['error', { allowTransitions: true }],
      'svelte/no-at-html-tags': 'error',
      'svelte/no-target-blank': 'error',
      // State is replaced whole (`$state.raw`), never changed in place: a plain Map or Set is right.
      'svelte/prefer-svelte-reactivity': 'off',
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  { files: ['src/**', 'workers/**'], languageOptions: { globals: { ...globals.browser, ...globals.worker } } },
  { files: ['test/**', '*.ts', '*.js'], languageOptions: { globals: { ...globals.node } } },
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-console': 'error',
      'no-undef': 'off',
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/store/**', 'src/sync/**', 'src/vault/**', 'src/core/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'window', message: 'This folder runs in workers too.' },
        { name: 'document', message: 'This folder runs in workers too.' },
      ],
    },
  },
  {
    files: ['src/core/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['window', 'document', 'fetch', 'indexedDB', 'crypto', 'localStorage', 'navigator'].map((name) => ({
          name,
          message: 'core is pure.',
        })),
      ],
      'no-restricted-syntax': [
        'error',
        { selector: "MemberExpression[object.name='Date'][property.name='now']", message: 'The clock is a parameter.' },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The clock is a parameter.' },
        {
          selector: "MemberExpression[object.name='Math'][property.name='random']",
          message: 'Randomness is a parameter.',
        },
      ],
    },
  },
  {
    files: ['src/store/**', 'src/app/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.property.name='anyOf']",
          message: 'Dexie walks a cursor for it, a record at a time: ask key by key (equals), or bulkGet.',
        },
      ],
    },
  },
  {
    files: ['src/**/*.ts', 'workers/**/*.ts', 'test/**/*.ts'],
    ignores: ['**/*.config.ts'],
    rules: { 'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true } }] },
  },
  { files: ['test/**', 'eslint.config.js'], rules: { 'no-console': 'off' } },
  ...zoneRules,
);
