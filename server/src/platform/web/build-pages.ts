import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { statSync, writeSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { PLACE, type Place } from './place.ts'

const PARTS = ['src', 'public', 'index.html', 'vite.config.ts', 'package.json', '../packages/contracts/src']

/** The latest change below a path, milliseconds. */
function changedAt(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) return 0
  if (!found.isDirectory()) return found.mtimeMs
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => changedAt(join(path, name))))
}

/** Whether the built pages are missing or older than what they are built from. */
export function isStale({ source, built }: Place): boolean {
  const at = statSync(join(built, 'index.html'), { throwIfNoEntry: false })?.mtimeMs
  return at === undefined || PARTS.some((part) => changedAt(join(source, part)) > at)
}

const lives = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Only one process builds; the mark of one that died is taken over. False where another is at it. */
function takeMark(path: string): boolean {
  try {
    const mark = openSync(path, 'wx')
    writeSync(mark, String(process.pid))
    closeSync(mark)
    return true
  } catch {
    const pid = Number(readFileSync(path, 'utf8'))
    if (pid && lives(pid)) return false
    rmSync(path, { force: true })
    return takeMark(path)
  }
}

/** Runs the bundler in a process of its own, so that it uses another core than the server. */
async function bundle(source: string, out: string): Promise<void> {
  const manifest = createRequire(join(source, 'package.json')).resolve('vite/package.json')
  const bin = join(manifest, '../bin/vite.js')
  const child = spawn(process.execPath, [bin, 'build', '--outDir', out, '--emptyOutDir', '--logLevel', 'error'], {
    cwd: source,
    // Pages are built for use, whatever the process that asks for them was started for.
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  const [code] = (await once(child, 'exit')) as [number | null]
  if (code !== 0) throw new Error(`页面构建失败 The pages could not be built: ${said.trim().slice(0, 2000)}`)
}

/**
 * Builds the pages where they are missing or older than their source; about six seconds on one core.
 * The new pages stand in the place of the old ones all at once.
 * @returns whether they were built now
 * @throws Error with what the bundler said
 */
export async function buildPages(place: Place = PLACE): Promise<boolean> {
  const { source, built, work } = place
  if (!existsSync(join(source, 'index.html')) || !isStale(place)) return false
  mkdirSync(work, { recursive: true })
  const mark = join(work, 'building')
  if (!takeMark(mark)) return false
  const [fresh, old] = [join(work, `new-${process.pid}`), join(work, `old-${process.pid}`)]
  try {
    await bundle(source, fresh)
    if (existsSync(built)) renameSync(built, old)
    renameSync(fresh, built)
    return true
  } finally {
    for (const path of [fresh, old, mark]) rmSync(path, { recursive: true, force: true })
  }
}
