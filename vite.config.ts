import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { VitePWA } from 'vite-plugin-pwa';
import { build } from 'vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { CHROMIUM_ARGS, chromiumPath } from './test/tools/chromium.ts';

/** Listed so that Vite does not find them mid-test and reload the page. */
const WORKER_DEPENDENCIES = [
  'comlink',
  'dexie',
  'hash-wasm',
  'papaparse',
  'xlsx',
  'fflate',
  '@zip.js/zip.js/lib/zip-core.js',
  'pdf-lib',
  '@libpdf/core',
  '@embedpdf/pdfium',
  'libphonenumber-js/min',
  'fastest-levenshtein',
];

/** Loaded by other sites: one file by itself, of a name that stays, sharing nothing with the app. */
const websiteForm: Plugin = {
  name: 'website-form',
  apply: 'build',
  async closeBundle() {
    await build({
      configFile: false,
      publicDir: false,
      logLevel: 'warn',
      build: {
        target: 'es2022',
        emptyOutDir: false,
        reportCompressedSize: false,
        lib: {
          entry: 'src/website-form/impot-sync-form.ts',
          formats: ['iife'],
          name: 'impotSyncForm',
          fileName: () => 'impot-sync-form.js',
        },
      },
    });
  },
};

export default defineConfig(async () => ({
  plugins: [
    svelte({ configFile: false }),
    websiteForm,
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'workers',
      filename: 'sw.ts',
      injectRegister: false,
      manifest: false,
      injectManifest: {
        rollupFormat: 'iife',
        // Not `fictif/`: what looks like a client's file lies nowhere on the disk in the clear, fictitious or not.
        globIgnores: ['impot-sync-form.js'],
        globPatterns: ['**/*.{js,css,html,wasm,woff2,svg,png,webmanifest}'],
        maximumFileSizeToCacheInBytes: 8 * 1024 * 1024,
      },
    }),
  ],
  worker: { format: 'es' as const },
  build: { target: 'es2023', assetsInlineLimit: 0, chunkSizeWarningLimit: 2000, reportCompressedSize: false },
  test: {
    projects: [
      {
        extends: true as const,
        test: {
          name: 'node',
          environment: 'node',
          include: ['test/{unit,property,contract,integration}/**/*.test.ts'],
          testTimeout: 120_000,
        },
      },
      {
        // The same contract over the other database.
        extends: true as const,
        test: {
          name: 'postgres',
          environment: 'node',
          include: ['test/contract/**/*.test.ts'],
          // These open no database of their own, prove what a file database keeps, or judge the judge.
          exclude: ['**/{openapi,wire,email-text,static-files,durability,conformance-broken,api-page}.test.ts'],
          globalSetup: ['test/contract/support/start-postgres.ts'],
          testTimeout: 120_000,
        },
      },
      {
        extends: true as const,
        optimizeDeps: { include: WORKER_DEPENDENCIES },
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          testTimeout: 60_000,
          // What is waited for comes late on a machine that does other things; the usual second is no verdict.
          expect: { poll: { timeout: 15_000 } },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { executablePath: await chromiumPath(), args: CHROMIUM_ARGS } }),
            instances: [{ browser: 'chromium' as const }],
          },
        },
      },
      {
        extends: true as const,
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['test/e2e/**/*.test.ts'],
          // Minutes of kills over the built app: with `npm run test:long`.
          exclude: process.env['TEST_LONG'] === '1' ? [] : ['test/e2e/faults.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
}));
