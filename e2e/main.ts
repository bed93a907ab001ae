import { startVitest } from 'vitest/node'
import { findChromium } from './browser.ts'

const [first, ...rest] = process.argv.slice(2)

/** Runs the journeys, all or those whose file names hold one of the words. */
async function run(words: string[]): Promise<{ passed: number; failed: number }> {
  const vitest = await startVitest('test', words, { root: import.meta.dirname, watch: false })
  const modules = vitest.state.getTestModules()
  const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state))
  const broken = modules.flatMap((module) => module.errors()).length + vitest.state.getUnhandledErrors().length
  await vitest.close()
  const passed = states.filter((state) => state === 'passed').length
  const failed = states.filter((state) => state === 'failed').length + broken
  // A platform that does not start leaves no test behind; that is no success.
  return { passed, failed: passed ? failed : Math.max(1, failed) }
}

if (!findChromium()) {
  console.log('SKIPPED: the journeys need Chromium (apt-get install chromium, or its path in CHROMIUM)')
  console.log('0 passed, 0 failed')
} else if (first === '--screens') {
  const { takeScreens } = await import('./screens.ts')
  await takeScreens()
} else {
  const { passed, failed } = await run(first === undefined ? [] : [first, ...rest])
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed ? 1 : 0
}
