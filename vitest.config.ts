import { defineConfig } from 'vitest/config'

const common = { testTimeout: 60_000, hookTimeout: 60_000 }

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...common,
          name: 'packages',
          include: ['packages/**/*.test.ts', 'cli/**/*.test.ts', 'test/**/*.test.ts', 'web/**/*.test.ts'],
        },
      },
      {
        test: { ...common, name: 'server', include: ['server/**/*.test.ts'], globalSetup: ['server/testing/setup.ts'] },
      },
    ],
  },
})
