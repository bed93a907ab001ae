import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { FolderInUse, lockFolder } from './folder-lock.ts'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'renshu-lock-'))))
afterEach(() => rmSync(folder, { recursive: true }))
const lock = () => join(folder, 'renshu.lock')

/** A process that holds the folder until it is killed. */
async function holder() {
  const program = `
    import { register } from 'tsx/esm/api'
    register()
    const { lockFolder } = await import(${JSON.stringify(join(import.meta.dirname, 'folder-lock.ts'))})
    lockFolder(${JSON.stringify(folder)})
    process.stdout.write('held')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  return child
}

test('a second process is refused while the first lives, and told which it is', async () => {
  const child = await holder()
  try {
    expect(() => lockFolder(folder)).toThrow(FolderInUse)
    expect(() => lockFolder(folder)).toThrow(String(child.pid))
  } finally {
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }
  // Killed, it could not give the folder back: its lock is taken over.
  expect(existsSync(lock())).toBe(true)
  lockFolder(folder)()
  expect(existsSync(lock())).toBe(false)
})

test('a lock whose process number was given to another process is taken over', () => {
  writeFileSync(lock(), `${process.pid} 1\n`)
  lockFolder(folder)()
})

test.each(['', '\n', 'torn', '\0\0\0\0'])('a torn lock %j is taken over', (text) => {
  writeFileSync(lock(), text)
  const unlock = lockFolder(folder)
  expect(readFileSync(lock(), 'utf8')).toMatch(new RegExp(`^${process.pid} `))
  unlock()
})

test('the same process does not open a folder twice', () => {
  const unlock = lockFolder(folder)
  expect(() => lockFolder(folder)).toThrow(FolderInUse)
  unlock()
  lockFolder(folder)()
})
