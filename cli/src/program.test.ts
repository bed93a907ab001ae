import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'

const REPOSITORY = resolve(import.meta.dirname, '../..')
const MAIN = `
import { word } from './word.ts'
export const tell = () => [word, import.meta.dirname, new Error('here').stack!.match(/main\\.ts:\\d+/)?.[0]].join(' ')`

let root: string
const writeWord = (word: string) =>
  writeFileSync(join(root, 'cli/src/word.ts'), `export const word: string = '${word}'`)

/** A small program in the place of ours. */
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'renshu-program-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  for (const folder of ['cli/bin', 'cli/src', 'server', 'packages', 'node_modules'])
    mkdirSync(join(root, folder), { recursive: true })
  for (const name of ['tsx', 'esbuild'])
    symlinkSync(join(REPOSITORY, 'node_modules', name), join(root, 'node_modules', name))
  writeFileSync(join(root, 'package.json'), '{"type":"module"}')
  cpSync(join(REPOSITORY, 'cli/bin/program.js'), join(root, 'cli/bin/program.js'))
  writeFileSync(join(root, 'cli/src/main.ts'), MAIN)
  writeWord('one')
})

function run(): string {
  const lines = `const { loadProgram } = await import(${JSON.stringify(join(root, 'cli/bin/program.js'))})
    console.log((await loadProgram()).tell())`
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', lines], { encoding: 'utf8' })
  return stdout || stderr
}
const kept = () => readdirSync(join(root, 'node_modules/.cache/renshu'))
const said = (word: string) => `${word} ${join(root, 'cli/src')} main.ts:3\n`

test('what was put together is kept, and a source knows its own place and line', () => {
  expect(run()).toBe(said('one'))
  const first = kept()
  expect(first).toHaveLength(1)
  expect(run()).toBe(said('one'))
  expect(kept()).toEqual(first)
})

test('a source that was changed is put together anew, and only some programs are kept', () => {
  for (const word of ['one', 'two', 'six', 'ten', 'top']) {
    writeWord(word)
    expect(run()).toBe(said(word))
  }
  expect(kept()).toHaveLength(3)
})

test('a kept program of which a part is missing is not taken for one', () => {
  run()
  rmSync(join(root, 'node_modules/.cache/renshu', kept()[0]!, 'manifest.json'))
  expect(run()).toBe(said('one'))
})

test('where nothing can be kept the sources are read themselves, and what is wrong with one is told', () => {
  writeFileSync(join(root, 'node_modules/.cache'), '')
  expect(run()).toBe(said('one'))
  writeFileSync(join(root, 'cli/src/word.ts'), 'export const word = ')
  expect(run()).toContain('word.ts')
})

test('what is installed lies where the sources would find it too', () => {
  const workspaces = ['cli', 'server', ...readdirSync(join(REPOSITORY, 'packages')).map((name) => `packages/${name}`)]
  const own = workspaces.filter((workspace) => readdirSync(join(REPOSITORY, workspace)).includes('node_modules'))
  expect(own).toEqual([])
})
