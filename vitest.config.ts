import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// Four rings: table tests beside the pure code, golden replay, integration on a real PostgreSQL, end to end in Chromium.
// Every ring resolves the rooms (#kernel, #facts …) to their sources, so that no test runs on a stale build.
const resolve = { conditions: ['source'] };
const ssr = { resolve: { conditions: ['source'], externalConditions: ['source'] } };

// Loading what a test needs takes longer than most tests: the files that one process runs share it.
// Nothing is judged by how long it takes: on a machine that does other work beside, all of it takes several times as long.
const patience = { isolate: false, testTimeout: 900_000, hookTimeout: 900_000, expect: { poll: { timeout: 120_000 } } };
// Rings of pure code first, a file to each processor; then those that mostly wait, for servers and browsers, together.
const pure = { ...patience, maxWorkers: Math.max(2, availableParallelism() - 1), sequence: { groupOrder: 0 } };
const waiting = {
  ...patience,
  globalSetup: 'tests/integration/support/database-server.ts',
  maxWorkers: 2,
  sequence: { groupOrder: 1 },
};

export default defineConfig({
  resolve,
  ssr,
  test: {
    projects: [
      {
        resolve,
        ssr,
        test: {
          ...pure,
          name: 'unit',
          include: ['{libs,crawlers,apps,scripts,dashboards}/**/*.spec.ts', 'tests/{county,unseen,bench}/**/*.spec.ts'],
        },
      },
      { resolve, ssr, test: { ...pure, name: 'golden', include: ['tests/golden/**/*.spec.ts'] } },
      { resolve, ssr, test: { ...waiting, name: 'integration', include: ['tests/integration/**/*.spec.ts'] } },
      { resolve, ssr, test: { ...waiting, name: 'e2e', include: ['tests/e2e/**/*.spec.ts'] } },
    ],
  },
});
