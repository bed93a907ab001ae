import { codesRoutes } from '@renshu/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../testing/app.ts'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const occupations = async (q: string) => (await app.as(codesRoutes).occupations({ query: { q } })).items
const certificates = async (q: string, language: 'zh' | 'en' = 'zh') =>
  (await app.as(codesRoutes, { language }).certificates({ query: { q } })).items
const codesOf = (items: readonly { code: string }[]) => items.map(({ code }) => code)

test('an everyday name gives the official occupation, the name itself before longer ones', async () => {
  const found = await occupations('叉车司机')
  expect(found[0]).toMatchObject({ title: '叉车司机', code: '6-30-05-01' })
  expect(found.length).toBeLessThanOrEqual(20)
})

test('the beginning of a name is enough, in characters, pinyin and initials', async () => {
  const titled = async (q: string) => (await occupations(q)).map(({ title }) => title)
  expect(await titled('电焊')).toContain('电焊工')
  expect(await titled('dianhang')).toContain('电焊工')
  expect(await titled('dhg')).toContain('电焊工')
})

test('words that are no name are read, and words that say nothing find nothing', async () => {
  expect(codesOf(await occupations('会开叉车的师傅'))).toContain('6-30-05-01')
  expect(await occupations('〇〇〇')).toEqual([])
})

test('a certificate is found by how people call it, with and without 证 at the end', async () => {
  for (const q of ['叉车证', '叉车', 'N1', 'chache']) expect(codesOf(await certificates(q)), q).toContain('forklift-n1')
  expect(codesOf(await certificates('塔吊证'))[0]).toBe('crane-q2-tower')
  expect(codesOf(await certificates('驾照'))).toContain('driving-c1')
})

test('every certificate of the vocabulary can be reached by its own name', async () => {
  expect(codesOf(await certificates('保育师（三级/高级工）'))[0]).toBe('skill-nursery-3')
  expect(await certificates('Forklift', 'en')).toContainEqual({ code: 'forklift-n1', name: 'Forklift driver N1' })
})
