import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { allFailures, endpoints } from '../src/app.ts'
import { parts } from '../src/parts.ts'
import { openapiOf } from '../src/platform/http/index.ts'

const all = endpoints(parts)
const failures = allFailures(parts)

test('every route has a path of its own', () => {
  const paths = all.map(({ route }) => `${route.method} ${route.path.replaceAll(/:\w+/g, ':')}`)
  expect(new Set(paths).size, paths.filter((path, at) => paths.indexOf(path) !== at).join(', ')).toBe(paths.length)
})

test('the parameters of a path are those its contract parses', () => {
  for (const { name, route } of all) {
    const named = [...route.path.matchAll(/:(\w+)/g)].map(([, parameter]) => parameter)
    expect(Object.keys(route.params?.shape ?? {}).toSorted(), name).toEqual(named.toSorted())
  }
})

test('rights in an organisation are asked only where the path names one', () => {
  for (const { name, route } of all)
    if (['viewer', 'recruiter', 'owner'].includes(route.access))
      expect(route.params?.shape, name).toHaveProperty('organisationId')
})

test('what anybody may call is done in nobody’s name: it keeps no answer, and no mandate is asked', () => {
  for (const { name, route } of all.filter(({ route: { access } }) => access === 'public')) {
    if (route.method === 'POST') expect(route.repeatable, name).toBe(true)
    expect(route.mandate, name).toBeUndefined()
  }
})

test('a body refuses what its contract does not list', () => {
  for (const { name, route } of all)
    if (route.body instanceof z.ZodObject)
      expect(z.toJSONSchema(route.body, { io: 'input', unrepresentable: 'any' }).additionalProperties, name).toBe(false)
})

test('what keeps bytes or shows a sensitive value in full is limited', () => {
  for (const { name, route } of all)
    if (route.consumes === 'bytes' || /\.(?:unmask|reveal|exportMe)/.test(name)) expect(route.limit, name).toBeDefined()
})

test('every failure a route names is declared, and every declared failure speaks both languages', () => {
  for (const { name, route } of all)
    for (const code of route.errors ?? []) expect(failures, name).toHaveProperty([code])
  for (const { code, zh, en } of Object.values(failures)) {
    expect(zh, code).toMatch(/[一-龥]/)
    expect(en, code).toMatch(/^[\x20-\x7E]+$/)
  }
})

test('every declared failure of a module is named by a route', () => {
  const named = new Set(all.flatMap(({ route }) => route.errors ?? []))
  for (const code of Object.keys(failures)) if (!/^(?:platform|files)\./.test(code)) expect(named, code).toContain(code)
})

test('every summary speaks both languages', () => {
  for (const { name, route } of all) {
    expect(route.summary[0], name).toMatch(/[一-龥]/)
    expect(route.summary[1], name).toMatch(/^[\x20-\x7E]+$/)
  }
})

test('docs/openapi.json is what the contract says (npx tsx server/build/openapi.ts)', () => {
  const committed: unknown = JSON.parse(readFileSync(join(import.meta.dirname, '../../docs/openapi.json'), 'utf8'))
  expect(committed).toEqual(JSON.parse(JSON.stringify(openapiOf(all, failures))))
})
