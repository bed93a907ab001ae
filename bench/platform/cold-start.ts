import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const BIN = fileURLToPath(new URL('../../cli/bin/renshu.js', import.meta.url))
const MOST = 120_000

/** What is said to the person at the keyboard goes to standard error, which is read to its end. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stderr!.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0]
      if (address) resolve(address)
    })
    child.once('exit', () => reject(new Error(`renshu start ended: ${said}`)))
    child.once('error', reject)
  })
}

/** Seconds from `renshu start` to the first page and the first list of organisations. */
export async function coldStart(folder: string): Promise<number> {
  const began = performance.now()
  const env = { ...process.env, DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'error' }
  const child = spawn(process.execPath, [BIN, 'start'], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  const gone = once(child, 'exit')
  const late = new AbortController()
  try {
    const address = await Promise.race([
      addressOf(child),
      sleep(MOST, undefined, { signal: late.signal }).then(() =>
        Promise.reject(new Error('renshu start takes too long')),
      ),
    ])
    for (const path of ['/', '/api/organisations']) {
      const { status } = await fetch(address + path)
      if (status !== 200) throw new Error(`${path} answered ${status}`)
    }
    return (performance.now() - began) / 1000
  } finally {
    late.abort()
    child.kill('SIGTERM')
    await gone
  }
}
