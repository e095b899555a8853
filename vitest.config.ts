import { defineConfig } from 'vitest/config';

// Four rings: table tests beside the pure code, golden replay, integration on a real PostgreSQL, end to end in Chromium.
// Every ring resolves the rooms (#kernel, #facts …) to their sources, so that no test runs on a stale build.
const resolve = { conditions: ['source'] };
const ssr = { resolve: { conditions: ['source'], externalConditions: ['source'] } };

export default defineConfig({
  resolve,
  ssr,
  test: {
    projects: [
      {
        resolve,
        ssr,
        test: {
          name: 'unit',
          // Hostile input is bounded by processor time; on a busy machine that takes longer.
          testTimeout: 60_000,
          include: ['{libs,crawlers,apps,scripts,dashboards}/**/*.spec.ts', 'tests/{county,unseen,bench}/**/*.spec.ts'],
        },
      },
      { resolve, ssr, test: { name: 'golden', include: ['tests/golden/**/*.spec.ts'], testTimeout: 60_000 } },
      {
        resolve,
        ssr,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.spec.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // What is waited for comes late on a busy machine.
          expect: { poll: { timeout: 60_000 } },
          fileParallelism: false,
        },
      },
      {
        resolve,
        ssr,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.spec.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
