import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const BIN = fileURLToPath(new URL('../../cli/bin/renshu.js', import.meta.url))
const MOST = 120_000

async function addressOf(child: ChildProcess): Promise<string> {
  let said = ''
  for await (const chunk of child.stdout!) {
    said += String(chunk)
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0]
    if (address) return address
  }
  throw new Error(`renshu start ended: ${said}`)
}

/** Seconds from `renshu start` to the first page and the first list of organisations. */
export async function coldStart(folder: string): Promise<number> {
  const began = performance.now()
  const env = { ...process.env, DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'error' }
  const child = spawn(process.execPath, [BIN, 'start'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
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
    child.stdout!.resume()
    child.kill('SIGTERM')
    await gone
  }
}
