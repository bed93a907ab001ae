import type { Page } from 'playwright-core'
import { beforeAll, describe, inject, test } from 'vitest'
import { examine } from '../examine.ts'
import { openDesk } from '../steps/hiring.ts'
import { signIn } from '../steps/sign-in.ts'
import { openStage } from '../steps/stage.ts'

const visit = openStage()
const NAME = '样例柒'
const agreedOn = new Date().toISOString().slice(0, 10)
const TABLE = [
  '姓名,手机号,求职意向,期望地点,同意日期,同意期限',
  `${NAME},13700000771,叉车司机,黄岛,${agreedOn},一年`,
  '样例捌,12345,焊工,黄岛,2026-13-45,一年',
].join('\n')

describe('an agency and somebody it keeps', () => {
  let page: Page
  let desk: string
  beforeAll(async () => {
    page = await visit()
    await signIn(page, inject('demo').agencyOwner)
    desk = await openDesk(page)
  })

  test('takes people from a table with their consent, and is told why a row is not taken', async () => {
    await page.goto(`${desk}/held/import`)
    await page
      .getByLabel('表格文件')
      .setInputFiles({ name: '求职者.csv', mimeType: 'text/csv', buffer: Buffer.from(TABLE) })
    await page.getByText('导入结果：求职者.csv').waitFor()
    await page.getByText('同意日期看不懂，请写成 2026-03-01').waitFor()
    await examine(page)
  })

  test('sees what it keeps, and recommends the person for a posting that fits the wish', async () => {
    await page.goto(`${desk}/held`)
    await page.getByRole('button', { name: NAME, exact: true }).click()
    await page.getByText('本人同意代管').waitFor()
    await examine(page)
    await page.keyboard.press('Escape')
    await page.getByRole('row').filter({ hasText: NAME }).getByRole('button', { name: '推荐' }).click()
    await page.getByRole('radio').first().check()
    await page.getByRole('dialog').getByRole('button', { name: '推荐', exact: true }).click()
    await page.getByText('已推荐，等本人和单位答复').waitFor()
  })

  test('speaks for the person afterwards', async () => {
    await page.goto(`${desk}/processes`)
    await page.getByRole('link', { name: NAME }).first().click()
    await page.getByRole('heading', { name: `代${NAME}办理` }).waitFor()
    await examine(page)
    await page.getByRole('button', { name: '谢绝', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('原因').selectOption({ index: 1 })
    await dialog.getByRole('button', { name: '谢绝', exact: true }).click()
    await page.getByText('已撤回', { exact: true }).first().waitFor()
  })
})
