import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { PHONE } from '../browser.ts'
import { examine } from '../examine.ts'
import { portray } from '../portray.ts'
import { nextCode } from '../steps/messages.ts'
import { signIn } from '../steps/sign-in.ts'
import { openStage } from '../steps/stage.ts'

const visit = openStage()
const person = { phone: '19900000111', totp: null }
const NAME = '孙三乐'

describe('a person and the own data', () => {
  let page: Page
  let other: Page
  beforeAll(async () => {
    page = await visit({ viewport: PHONE })
    other = await visit()
    await signIn(page, person, NAME)
    // From the page for signing in, so that the other device has a session of its own.
    await other.goto('/sign-in')
    await signIn(other, person)
  })

  test('sees every device and ends the session of another', async () => {
    await page.goto('/me')
    await examine(page)
    await page.goto('/me/devices')
    await page.getByText('当前设备').waitFor()
    expect(await page.locator('tbody tr[role=row]').count()).toBe(2)
    await examine(page)
    await page.getByRole('button', { name: '让它退出' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '让它退出' }).click()
    await expect.poll(() => page.locator('tbody tr[role=row]').count()).toBe(1)
    await other.goto('/me/account')
    await other.getByRole('heading', { name: '请先登录' }).first().waitFor()
    await examine(other)
  })

  test('sees the own phone masked, in full when asked, and the look in the list of looks', async () => {
    await page.goto('/me/account')
    await page.getByText('199****0111').waitFor()
    await examine(page)
    await page.getByRole('button', { name: '显示完整内容' }).first().click()
    await page.getByText(person.phone).waitFor()
    await page.goto('/me/privacy')
    await page.getByText(`${NAME} (本人)`).waitFor()
    await examine(page)
    await portray(page, 'privacy-phone')
  })

  test('takes a consent back', async () => {
    await page.goto('/me/consents')
    await page.getByText('您还没有授权任何人使用您的信息').waitFor()
    await examine(page)
    const given = await page.request.post('/api/me/consents', {
      headers: { 'idempotency-key': 'journey-consent-1' },
      data: { purpose: 'recruiting', recipient: 'bureau', textVersion: '2026-01' },
    })
    expect(given.ok()).toBe(true)
    await page.reload()
    await page.getByRole('button', { name: '撤回' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '撤回' }).click()
    await page.getByText(/月.*撤回/).waitFor()
    await examine(page)
    await page.goto('/me/helpers')
    await page.getByRole('heading', { name: '我的代办人' }).waitFor()
    await examine(page)
  })

  test('downloads everything that is held, as JSON that names the person', async () => {
    await page.goto('/me/data')
    const form = page.locator('form').filter({ has: page.getByRole('button', { name: '下载' }) })
    await form.getByRole('button', { name: '获取验证码' }).click()
    await form.getByText('验证码已发出').waitFor()
    await form.getByLabel('本账号手机收到的验证码').fill(await nextCode(page, person.phone))
    await examine(page)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      form.getByRole('button', { name: '下载' }).click(),
    ])
    const held: unknown = JSON.parse(await readFile(await download.path(), 'utf8'))
    expect(held).toHaveProperty('sections')
    expect(JSON.stringify(held)).toContain(NAME)
  })

  test('erases the account with a fresh code, and nobody by that phone is known afterwards', async () => {
    const form = page.locator('form').filter({ has: page.getByRole('button', { name: '注销账号并删除个人信息' }) })
    await form.getByRole('button', { name: '获取验证码' }).click()
    await form.getByText('验证码已发出').waitFor()
    await form.getByLabel('本账号手机收到的验证码').fill(await nextCode(page, person.phone))
    await form.getByRole('button', { name: '注销账号并删除个人信息' }).click()
    await page.getByText('账号已注销').waitFor()
    await examine(page)
    await signIn(page, person, '李四新')
    await page.goto('/me')
    await page.getByRole('heading', { name: /李四新/ }).waitFor()
    await page.goto('/me/privacy')
    await page.getByText('还没有人看过您的完整信息').waitFor()
  })
})
