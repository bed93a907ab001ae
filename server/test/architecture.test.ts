import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { TIERS } from '../src/tiers.ts'

const SOURCES = join(import.meta.dirname, '../src')
const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(?:ts|sql)$/.test(path))
  .map((path) => ({ path, text: readFileSync(join(SOURCES, path), 'utf8') }))
const product = files.filter(({ path }) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
const moduleOf = (path: string) => /^modules\/(\w+)\//.exec(path)?.[1]
const modules = [...new Set(files.flatMap(({ path }) => moduleOf(path) ?? []))]
const tierOf = (module: string) => TIERS.findIndex((row) => row.includes(module))
const importsOf = (text: string) => [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map((found) => found[1]!)

test('every module has its tier', () => {
  for (const module of modules) expect(tierOf(module), module).toBeGreaterThanOrEqual(0)
})

test('modules meet only at index.ts, and only downwards', () => {
  for (const { path, text } of product) {
    const module = moduleOf(path)
    if (!module) continue
    for (const name of importsOf(text)) {
      const target = join(path, '..', name)
      const other = moduleOf(target)
      if (!other || other === module) continue
      expect(target, `${path} reaches inside ${other}`).toBe(`modules/${other}/index.ts`)
      expect(tierOf(other), `${path}: ${module} must not depend on ${other}`).toBeLessThan(tierOf(module))
    }
  }
})

test('the platform knows no module', () => {
  for (const { path, text } of product.filter(({ path }) => path.startsWith('platform/')))
    for (const name of importsOf(text))
      expect(moduleOf(join(path, '..', name)), `${path} imports ${name}`).toBeUndefined()
})

test('a module names only its own tables, the platform, or another module’s published view', () => {
  const named = new RegExp(`['"\`\\s(](${modules.join('|')})\\.([a-z]\\w*)['"\`\\s(),;]`, 'g')
  for (const { path, text } of product) {
    const module = moduleOf(path)
    if (!module || !/(?:store|tables)/.test(path)) continue
    for (const [, owner, table] of text.matchAll(named))
      expect(owner === module || /^v(?:_|[A-Z])/.test(table!), `${path} names ${owner}.${table}`).toBe(true)
  }
})

test('only the composition root reads a clock or makes an id', () => {
  const allowed = new Set(['platform/clock.ts'])
  for (const { path, text } of product)
    if (!allowed.has(path)) expect(/\bDate\.now\(|new Date\(\)|randomUUID/.test(text), path).toBe(false)
})
