import { readFileSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = resolve(import.meta.dirname, '..')
/** A workspace may import only workspaces named here. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  'packages/codes': [],
  'packages/match': ['@renshu/codes'],
  'packages/intake': ['@renshu/codes', '@renshu/match'],
  'packages/match-runtime': ['@renshu/match', '@renshu/synthetic'],
  'packages/synthetic': ['@renshu/codes', '@renshu/match'],
  'packages/search': ['@renshu/codes'],
  'packages/contracts': [],
  'packages/temporary-postgres': [],
  'packages/policy': [],
  'packages/cases': ['@renshu/policy'],
  'packages/policy-files': ['@renshu/cases', '@renshu/policy'],
  server: [
    '@renshu/contracts',
    '@renshu/cases',
    '@renshu/codes',
    '@renshu/intake',
    // A second door, for the thread that opens one hostile document and needs no tables.
    '@renshu/intake/documents',
    '@renshu/intake/testing',
    '@renshu/match',
    '@renshu/match-runtime',
    '@renshu/policy',
    '@renshu/policy-files',
    '@renshu/search',
    '@renshu/temporary-postgres',
  ],
  web: ['@renshu/contracts'],
  cli: [
    '@renshu/codes',
    '@renshu/match',
    '@renshu/intake',
    '@renshu/match-runtime',
    '@renshu/synthetic',
    '@renshu/temporary-postgres',
    '@renshu/contracts',
    '@renshu/policy',
    '@renshu/policy-files',
    '@renshu/server',
  ],
  e2e: ['@renshu/contracts', '@renshu/intake/testing', '@renshu/server'],
}
/** Pure rooms: no files, no network, no processes. `codes` reads its own tables and nothing else. */
const PURE = new Set(['packages/cases', 'packages/match', 'packages/policy', 'packages/search', 'packages/synthetic'])
/** Libraries that only compute. */
const COMPUTES = new Set(['pinyin-pro'])
const CLOCK = /\b(?:Date\.now\b|new Date\(\)|performance\.now\b|Math\.random\b)/
const CLOCKLESS = new Set([
  'packages/cases',
  'packages/match',
  'packages/codes',
  'packages/policy',
  'packages/policy-files',
  'packages/search',
  'packages/synthetic',
])
const LONGEST_FILE = 400
/** A file that is one table may be as long as the table. */
const DATA_TABLE = /-table\.ts$/
const FULLEST_FOLDER = 12
/** One file for each namespace of words, found by its name. */
const NAMESPACES = /i18n\/(?:zh|en)$/

/** Every folder that package.json takes for a workspace. */
const WORKSPACES = ['packages', 'cli', 'server', 'web', 'e2e'].flatMap((place) =>
  place === 'packages' ? readdirSync(join(ROOT, place)).map((name) => `${place}/${name}`) : [place],
)

const walk = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (name === 'node_modules' || name === 'data' || name === 'dist') return []
    return statSync(path).isDirectory() ? walk(path) : [path]
  })
const sources = Object.keys(MAY_IMPORT).flatMap((workspace) =>
  walk(join(ROOT, workspace))
    .filter((path) => /\.(?:ts|tsx)$/.test(path))
    .map((path) => ({ workspace, path: relative(ROOT, path), text: readFileSync(path, 'utf8') })),
)
const product = sources.filter(({ path }) => path.includes('/src/') && !/\.test\.ts$|\/testing\//.test(path))
const importsOf = (text: string) => [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((found) => found[1]!)

const isOurs = (name: string): boolean => name.startsWith('.') || name.startsWith('@renshu/')

test('every workspace has its place in the order', () => {
  expect(Object.keys(MAY_IMPORT).toSorted()).toEqual(WORKSPACES.toSorted())
})

test('a workspace imports only the workspaces below it, and only through their front door', () => {
  for (const { workspace, path, text } of sources)
    for (const name of importsOf(text)) {
      if (name.startsWith('@renshu/')) expect(MAY_IMPORT[workspace], `${path} imports ${name}`).toContain(name)
      if (name.startsWith('.'))
        expect(
          resolve(ROOT, dirname(path), name).startsWith(`${join(ROOT, workspace)}/`),
          `${path} reaches into ${name}`,
        ).toBe(true)
    }
})

test('a room is entered through its index.ts', () => {
  for (const { path, text } of product.filter(({ workspace }) => workspace === 'packages/codes'))
    for (const name of importsOf(text).filter((name) => name.startsWith('../')))
      expect(name, `${path} reaches inside another room`).toMatch(/^(?:\.\.\/)+(?:[\w-]+\/index\.ts|[\w-]+\.ts)$/)
})

test('engines do no input or output', () => {
  for (const { workspace, path, text } of product)
    if (PURE.has(workspace)) {
      for (const name of importsOf(text))
        expect(isOurs(name) || COMPUTES.has(name), `${path} imports ${name}`).toBe(true)
      expect(/\bfetch\(/.test(text), `${path} fetches`).toBe(false)
    }
})

test('nothing in the engines reads a clock', () => {
  for (const { workspace, path, text } of product)
    if (CLOCKLESS.has(workspace)) expect(CLOCK.test(text), `${path} reads a clock`).toBe(false)
})

test('files and folders stay readable', () => {
  const filesIn = new Map<string, number>()
  for (const { path, text } of sources) {
    if (!DATA_TABLE.test(path)) expect(text.split('\n').length, path).toBeLessThanOrEqual(LONGEST_FILE)
    if (!path.endsWith('.test.ts')) filesIn.set(dirname(path), (filesIn.get(dirname(path)) ?? 0) + 1)
  }
  for (const [folder, files] of filesIn)
    if (!NAMESPACES.test(folder)) expect(files, folder).toBeLessThanOrEqual(FULLEST_FOLDER)
})
