import { defineConfig } from 'vitest/config'

/** One server, one browser, one journey after the other: they share a made-up city. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['journeys/*.test.ts'],
    globalSetup: ['setup.ts'],
    fileParallelism: false,
    maxWorkers: 1,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
