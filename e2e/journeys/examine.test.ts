import { expect, test } from 'vitest'
import { examine } from '../examine.ts'
import { openStage } from '../steps/stage.ts'

const visit = openStage()

test('a page that keeps somebody out, sticks out or fails is not passed', async () => {
  const page = await visit()
  await page.setContent('<title>x</title><h1>x</h1><input><div style="width:500px">wide</div>')
  await page.evaluate(() => console.error('defect'))
  await expect(examine(page)).rejects.toThrow(/label at input[^]*div\. sticks out[^]*console defect/)
})
