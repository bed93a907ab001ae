import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { examine } from '../examine.ts'
import { showsFocus, tabTo } from '../steps/keyboard.ts'
import { nextCode } from '../steps/messages.ts'
import { openStage } from '../steps/stage.ts'

const visit = openStage()

describe('without a mouse', () => {
  let page: Page
  beforeAll(async () => {
    page = await visit()
  })

  test('somebody signs in', async () => {
    const { phone } = inject('demo').seeker
    await page.goto('/')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#main')
    await tabTo(page, 'a[href^="/sign-in"]')
    expect(await showsFocus(page)).toBe(true)
    await page.keyboard.press('Enter')
    await page.getByLabel('手机号').waitFor()
    await tabTo(page, 'input[name=phone]')
    await page.keyboard.type(phone)
    await page.keyboard.press('Enter')
    await page.getByText(/验证码 \d{6}/).waitFor()
    await tabTo(page, 'input[name=code]')
    await page.keyboard.type(await nextCode(page, phone))
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '我的菜单' }).waitFor()
  })

  test('somebody finds an organisation and opens its profile', async () => {
    await page.goto('/organisations')
    await page.locator('tbody tr[role=row]').first().waitFor()
    await tabTo(page, 'input[type=search]')
    await page.keyboard.type('chanyeyuan')
    await page.keyboard.press('Enter')
    await page.waitForURL(/q=chanyeyuan/)
    await page.getByText('产业园').first().waitFor()
    await tabTo(page, 'tbody tr[role=row]')
    expect(await showsFocus(page)).toBe(true)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '基本信息' }).waitFor()
    await examine(page)
  })

  test('the menu of the account opens, closes with Escape and gives the focus back', async () => {
    await tabTo(page, '[aria-label="我的菜单"]')
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: '我的主页' }).waitFor()
    await examine(page)
    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: '我的主页' }).waitFor({ state: 'detached' })
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('我的菜单')
  })
})
