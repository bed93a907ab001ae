import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Another process has the folder open. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse'
  readonly pid: number
  constructor(folder: string, pid: number) {
    super(
      `数据文件夹 ${folder} 正由进程 ${pid} 使用；请先停止它，或换一个 DATA_DIR。The data folder is in use by process ${pid}.`,
    )
    this.pid = pid
  }
}

/** When a process was started, in the kernel's clock ticks; a reused process number has another. Empty where unknown. */
function startedAt(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

function isAlive(pid: number, started: string): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return started === '' || startedAt(pid) === started
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

function holderIn(text = ''): { pid: number; started: string } | undefined {
  const [pid = '', started = ''] = text.trim().split(' ')
  return /^\d+$/.test(pid) ? { pid: Number(pid), started } : undefined
}

/** Puts aside the lock of a process that is gone; one that a third process took meanwhile is put back. */
function putAside(path: string, text: string): void {
  const aside = `${path}.${process.pid}`
  try {
    renameSync(path, aside)
    if (readFileSync(aside, 'utf8') !== text) linkSync(aside, path)
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  }
  rmSync(aside, { force: true })
}

/** Writes the lock whole or not at all; false where one stands already. */
function write(path: string): boolean {
  const draft = `${path}.${process.pid}.new`
  writeFileSync(draft, `${process.pid} ${startedAt(process.pid)}\n`, { flush: true })
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

/**
 * Takes the folder for this process: PGlite itself would let two processes write it and lose rows in silence.
 * A lock whose holder is gone is taken over.
 * @returns how to give the folder back
 * @throws FolderInUse while its holder lives
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'renshu.lock')
  while (!write(path)) {
    const text = readText(path)
    const holder = holderIn(text)
    if (holder && isAlive(holder.pid, holder.started)) throw new FolderInUse(folder, holder.pid)
    if (text !== undefined) putAside(path, text)
  }
  return () => rmSync(path, { force: true })
}
