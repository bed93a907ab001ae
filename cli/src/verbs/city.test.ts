import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { renshu } from '../testing/run.ts'

const CITIES = resolve(import.meta.dirname, '../../../cities')

test('cities with nothing wrong are told with what they hold', async () => {
  const { code, output } = await renshu(['city', 'check'])
  expect(code).toBe(0)
  expect(output).toContain('370200 青岛市：10 个区市，141 个街道和镇\n')
  expect(output).toContain('371100 日照市：4 个区市，')
})

test('it says how many policies and services were read, and what no module of the platform answers', async () => {
  const { code, output } = await renshu(['city', 'check', join(CITIES, '370200-qingdao'), '--lang', 'en'])
  expect(code).toBe(0)
  expect(output).toMatch(/\n {2}11 policies, 17 services\n/)
  const held = output.split('\n').find((line) => line.includes('note: records'))
  expect(held).toContain('insurance.unemploymentPaid')
  expect(held).not.toContain('registry.standing')
})

test('every mistake is named by file and place, and the run ends with 1', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'renshu-city-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  cpSync(CITIES, folder, { recursive: true })
  const file = join(folder, '371100-rizhao/districts.json')
  writeFileSync(file, readFileSync(file, 'utf8').replace('371122', '371199'))
  const city = join(folder, '371100-rizhao')
  const { code, output, errors } = await renshu(['city', 'check', city, '--lang', 'en'])
  expect([code, errors]).toEqual([1, 'Error: 2 to be mended before a start; a city with mistakes is not used.\n'])
  expect(output.split('\n').slice(0, 2)).toEqual([
    '371100-rizhao/districts.json at [3].code: there is no division 371199',
    '371100-rizhao/districts.json: 371122 of this city is missing',
  ])
  expect(await renshu(['city', 'check', join(folder, '370200-qingdao')])).toMatchObject({ code: 0 })
})

test('an unknown word behind city ends with 2', async () => {
  expect(await renshu(['city', 'chek'])).toMatchObject({ code: 2, errors: expect.stringContaining('check') as string })
})
