import { expect, test } from 'vitest'
import { findingsOf } from '../examine.ts'
import { openStage } from '../steps/stage.ts'

const visit = openStage()

test('what keeps somebody out, sticks out or fails is found', async () => {
  const page = await visit()
  await page.setContent('<title>x</title><h1>x</h1><input><div style="width:500px">wide</div>')
  await page.evaluate(() => console.error('defect'))
  await page.evaluate(() => fetch('http://127.0.0.1:9/').catch(() => {}))
  const found = (await findingsOf(page)).join('\n')
  expect(found).toContain('label at input (1280 px)')
  expect(found).toContain('label at input (390 px)')
  expect(found).toContain('sticks out')
  expect(found).toContain('console defect')
  expect(found).toContain('failed http://127.0.0.1:9/')
})
