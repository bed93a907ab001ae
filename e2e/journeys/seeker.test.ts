import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { PHONE } from '../browser.ts'
import { examine } from '../examine.ts'
import { portray } from '../portray.ts'
import { enterCode } from '../steps/sign-in.ts'
import { openStage } from '../steps/stage.ts'
import { makePosting } from '../steps/posting.ts'

const visit = openStage()
const PHONE_NUMBER = '19900000112'
const TITLE = '叉车司机（港口仓库）'
const NOTE = '下周一可以到岗'
/** Without an account nobody may apply, and without a profile neither: both were brought about. */
const ON_THE_WAY = [/^401 POST \/api\/me\/processes$/, /^404 POST \/api\/me\/processes$/]

describe('somebody who looks for work, on a phone', () => {
  let page: Page
  beforeAll(async () => {
    const employer = await visit()
    await makePosting(employer, inject('demo').employerOwner, TITLE)
    page = await visit({ viewport: PHONE })
  })

  test('types a whole wish on the first page and takes back what was understood', async () => {
    await page.goto('/')
    const box = page.getByRole('combobox', { name: '找什么工作' })
    await box.fill('叉车 三千 包住 黄岛')
    await box.press('Enter')
    await page.waitForURL(/\/jobs\?q=/)
    await page.getByRole('link', { name: TITLE }).waitFor()
    const chip = page.getByRole('button', { name: /福利：包住/ })
    await chip.waitFor()
    await examine(page)
    await portray(page, 'jobs-phone')
    await chip.click()
    await chip.waitFor({ state: 'detached' })
    expect(await box.inputValue()).toBe('叉车 三千 黄岛')
  })

  test('narrows the list by filters that stand in the address', async () => {
    await page.getByRole('button', { name: '筛选' }).click()
    const sheet = page.getByRole('dialog')
    await sheet.getByLabel('工资').selectOption('500000')
    await page.waitForURL(/pay=500000/)
    await examine(page)
    await sheet.getByRole('button', { name: /看 .* 个岗位/ }).click()
    await page.getByRole('link', { name: TITLE }).waitFor()
  })

  test('reads a posting, and what is typed into the application outlives signing in', async () => {
    await page.getByRole('link', { name: TITLE }).click()
    await page.getByRole('heading', { name: TITLE }).waitFor()
    await page.getByText('适不适合我').waitFor()
    await examine(page)
    await portray(page, 'job-phone')
    await page.getByRole('button', { name: '投递', exact: true }).click()
    const form = page.getByRole('dialog', { name: /^投递/ })
    await form.getByLabel('想对单位说的话').fill(NOTE)
    await examine(page)
    await form.getByRole('button', { name: '投递', exact: true }).click()
    const signIn = page.getByRole('dialog', { name: '请先登录' })
    await enterCode(signIn, PHONE_NUMBER, '周六合')
    await form.getByRole('link', { name: '去填写' }).click()
  })

  test('fills in a profile in three steps and is back at the application', async () => {
    await page.getByRole('combobox', { name: '想做的工作' }).fill('叉车司机')
    const offered = page.getByRole('option', { name: /^叉车司机/ }).first()
    await offered.waitFor()
    await examine(page, ON_THE_WAY)
    await offered.click()
    await page.getByRole('button', { name: '保存，下一步' }).click()
    await page.getByLabel('黄岛区').check()
    await examine(page)
    await page.getByRole('button', { name: '保存，下一步' }).click()
    await page.getByLabel('最低，元/月').fill('5000')
    await page.getByLabel('匿名公开').check()
    await examine(page)
    await page.getByRole('button', { name: '保存，看推荐' }).click()
    const form = page.getByRole('dialog', { name: /^投递/ })
    expect(await form.getByLabel('想对单位说的话').inputValue()).toBe(NOTE)
    await form.getByRole('button', { name: '投递', exact: true }).click()
  })

  test('sees the application with its clock and every step', async () => {
    await page.getByRole('heading', { name: '经过' }).waitFor()
    await page.getByText(NOTE).waitFor()
    await page.getByText(/单位应在 .* 前答复/).waitFor()
    await examine(page)
    await portray(page, 'application-phone')
    await page.goto('/me/applications')
    await page.getByRole('link', { name: TITLE }).waitFor()
    await examine(page)
  })

  test('is told why postings fit and what is missing, and may have the list without being judged', async () => {
    await page.goto('/me/recommendations')
    await page
      .getByText(/合适程度/)
      .first()
      .waitFor()
    await examine(page)
    await portray(page, 'recommendations-phone')
    await page.getByRole('switch').click()
    await page.getByText('不看您的求职意向').waitFor()
    await page.reload()
    await page.getByText('不看您的求职意向').waitFor()
    await examine(page)
    await page.getByRole('switch').click()
    await page
      .getByText(/合适程度/)
      .first()
      .waitFor()
  })

  test('dismisses a posting with a reason, finds it among those and takes it back', async () => {
    await page.goto('/me/recommendations')
    const first = page.getByRole('article').first()
    const title = await first.getByRole('link').first().innerText()
    await first.getByRole('button', { name: '不感兴趣' }).click()
    const form = page.getByRole('dialog')
    await form.getByLabel('为什么').selectOption('place')
    await form.getByRole('button', { name: '不感兴趣' }).click()
    await page.getByText(`不再推荐“${title}”`).waitFor()
    const dismissed = page.getByRole('group').filter({ hasText: '不感兴趣的岗位' })
    await dismissed.getByText('不感兴趣的岗位').click()
    await dismissed.getByText('太远或地点不合适').waitFor()
    await examine(page)
    await dismissed.getByRole('button', { name: `撤回“${title}”` }).click()
    await dismissed.getByText('还没有。').waitFor()
  })

  test('applies to what was recommended, and the application says so, also after a reload', async () => {
    await page.goto('/me/recommendations')
    await page.getByRole('article').getByRole('link').first().click()
    await page.waitForURL(/\/jobs\/.*from=recommendation/)
    await page.getByRole('button', { name: '投递', exact: true }).click()
    const form = page.getByRole('dialog', { name: /^投递/ })
    await form.getByLabel('想对单位说的话').fill(NOTE)
    await page.reload()
    expect(await form.getByLabel('想对单位说的话').inputValue()).toBe(NOTE)
    const answered = page.waitForResponse(
      (response) => response.request().method() === 'POST' && response.url().endsWith('/me/processes'),
    )
    await form.getByRole('button', { name: '投递', exact: true }).click()
    expect(await (await answered).json()).toMatchObject({ channel: 'recommendation' })
    await page.getByText(/单位应在 .* 前答复/).waitFor()
    await page.getByText('应聘时的岗位内容').click()
    await page.getByText('岗位说明').waitFor()
    await examine(page)
  })

  test('finds home, details, looks, searches and visibility readable', async () => {
    for (const path of ['/me', '/me/profile?step=details', '/me/looks', '/me/searches', '/me/visibility', '/data']) {
      await page.goto(path)
      await examine(page)
    }
  })

  test('withdraws with a reason', async () => {
    await page.goto('/me/applications')
    await page.getByRole('link', { name: TITLE }).click()
    await page.getByRole('button', { name: '撤回应聘' }).click()
    const form = page.getByRole('dialog')
    await form.getByLabel('原因').selectOption('foundOther')
    await form.getByRole('button', { name: '撤回应聘' }).click()
    await page.getByText('您已撤回').waitFor()
    await page.getByText('找到了别的工作').waitFor()
    await examine(page)
  })
})
