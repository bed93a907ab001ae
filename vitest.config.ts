import { defineConfig } from 'vitest/config'
import { LongestFirst } from './test/longest-first.ts'

/** Long enough for a busy machine: they end what hangs, and judge nothing. */
const common = { testTimeout: 180_000, hookTimeout: 180_000 }
const withDatabase = { ...common, globalSetup: ['server/testing/setup.ts'] }

/** Nothing here changes what a next file would see, so files share their worker, and with it the tables it has read. */
const PURE = ['cases', 'codes', 'contracts', 'intake', 'match', 'policy', 'search', 'synthetic'].map(
  (name) => `packages/${name}/**/*.test.ts`,
)
/** Tests of the server that bring a database of their own: on a server's database they would only be repeated. */
const OWN_DATABASE = ['server/test/kill.test.ts', 'server/src/platform/database/**/*.test.ts']

export default defineConfig({
  test: {
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      { test: { ...common, name: 'pure', include: [...PURE, 'web/**/*.test.ts'], isolate: false } },
      {
        test: {
          ...common,
          name: 'packages',
          // Each file works in folders and processes of its own.
          isolate: false,
          include: ['packages/**/*.test.ts', 'cli/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: ['**/node_modules/**', ...PURE],
        },
      },
      { test: { ...withDatabase, name: 'own-database', include: OWN_DATABASE } },
      {
        test: {
          ...withDatabase,
          name: 'server',
          // Each file has a database of its own and changes nothing else: reading the modules anew would take minutes.
          isolate: false,
          include: ['server/**/*.test.ts'],
          exclude: ['**/node_modules/**', ...OWN_DATABASE],
        },
      },
    ],
  },
})
