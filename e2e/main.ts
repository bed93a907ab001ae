import { startVitest } from 'vitest/node'
import { findChromium } from './browser.ts'

const SCREENS = '--screens'
const given = process.argv.slice(2)
const words = given.filter((word) => word !== SCREENS)
// The journeys take the pictures of `docs/screens` on their way.
if (given.includes(SCREENS)) process.env['PORTRAITS'] = 'on'

/** Runs the journeys, all or those whose file names hold one of the words. */
async function run(): Promise<{ passed: number; failed: number }> {
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
} else {
  const { passed, failed } = await run()
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed ? 1 : 0
}
