import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Demo, readDemo } from './demo.ts'

const RENSHU = join(import.meta.dirname, '../cli/bin/renshu.js')
const SIZES = ['--demo-agencies', '60', '--demo-employers', '40']
/** The first start also builds the pages. */
const PATIENCE = 180_000

export interface Platform {
  address: string
  demo: Demo
  /** Ends the server and starts it again, at the same address over the same data, so many days later. */
  moveOn: (days: number) => Promise<void>
  stop: () => Promise<void>
}

interface Running {
  address: string
  printed: string
  stop: () => Promise<void>
}

/** `renshu start` over an empty folder, with a small made-up city, on a free port. */
export async function startPlatform(): Promise<Platform> {
  const folder = mkdtempSync(join(tmpdir(), 'renshu-e2e-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  const DATA_DIR = join(folder, 'data')
  let running: Running
  try {
    running = await startServer({ PORT: '0', DATA_DIR })
  } catch (error) {
    remove()
    throw error
  }
  const { address, printed } = running
  return {
    address,
    demo: readDemo(printed),
    async moveOn(days) {
      await running.stop()
      running = await startServer({ PORT: new URL(address).port, DATA_DIR, CLOCK_AHEAD: String(days) })
    },
    async stop() {
      await running.stop()
      remove()
    },
  }
}

async function startServer(settings: Record<string, string>): Promise<Running> {
  const { PUBLIC_URL: _, DATABASE_URL: __, DEVELOPMENT: ___, ...environment } = process.env
  const child = spawn(process.execPath, [RENSHU, 'start', ...SIZES], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...environment, ...settings, LOG_LEVEL: 'error' },
  })
  const gone = once(child, 'exit')
  // Whoever breaks the journeys off leaves no platform behind.
  const kill = () => child.kill()
  process.once('exit', kill)
  const stop = async () => {
    child.kill('SIGTERM')
    await gone
    process.removeListener('exit', kill)
  }
  let printed = ''
  const hear = (text: string) => (printed += text)
  child.stdout.setEncoding('utf8').on('data', hear)
  child.stderr.setEncoding('utf8').on('data', hear)
  try {
    const address = await untilReady(
      () => printed,
      () => child.exitCode !== null,
    )
    return { address, printed, stop }
  } catch (error) {
    await stop()
    throw new Error(`The platform did not start:\n${printed}`, { cause: error })
  }
}

async function untilReady(printed: () => string, ended: () => boolean): Promise<string> {
  const last = Date.now() + PATIENCE
  while (Date.now() < last && !ended()) {
    const address = /http:\/\/[\w.:[\]]+:\d+/.exec(printed())?.[0]
    if (address && (await fetch(`${address}/api/ready`).catch(() => null))?.ok && /19900000015/.test(printed()))
      return address
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(ended() ? 'It ended' : 'It took too long')
}
