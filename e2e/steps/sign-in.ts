import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { inject } from 'vitest'
import type { DemoAccount } from '../demo.ts'
import { totp, untilNextCode } from '../totp.ts'
import { takeTroubles, untilQuiet } from '../watch.ts'
import { nextCode } from './messages.ts'

/** The code, once the page shows it instead of sending it. */
async function codeOnScreen(form: Locator, phone: string): Promise<string> {
  const code = await nextCode(form.page(), phone)
  await form.getByText(code).waitFor()
  return code
}

/** Phone, code, name: in the page or the dialog where the form stands. */
export async function enterCode(form: Locator, phone: string, name = ''): Promise<void> {
  await form.getByLabel('手机号').fill(phone)
  await form.getByRole('button', { name: '获取验证码' }).click()
  await form.getByLabel('短信验证码').fill(await codeOnScreen(form, phone))
  if (name) await form.getByLabel('姓名').fill(name)
  await form.getByRole('button', { name: '登录', exact: true }).click()
}

/** Where the session of an account is kept: one that passed the second factor apart from one that did not. */
const keptIn = ({ phone, totp: secret }: DemoAccount): string =>
  join(inject('sessions'), `${phone}${secret ? '-confirmed' : ''}.json`)

/** Goes on with the session of an earlier journey; false where there is none, or it has ended. */
async function goOn(page: Page, account: DemoAccount): Promise<boolean> {
  if (page.url().includes('/sign-in') || !existsSync(keptIn(account))) return false
  await page.context().addCookies(JSON.parse(readFileSync(keptIn(account), 'utf8')))
  await page.goto('/')
  await untilQuiet(page)
  if (await page.getByRole('button', { name: '我的菜单' }).isVisible()) return true
  await page.context().clearCookies()
  return false
}

/** Signs in on the page for it, or goes on with a session kept; officers pass the second factor. */
export async function signIn(page: Page, account: DemoAccount, name = ''): Promise<void> {
  if (await goOn(page, account)) return
  if (!page.url().includes('/sign-in')) await page.goto('/sign-in')
  await enterCode(page.locator('main'), account.phone, name)
  if (account.totp) await passSecondFactor(page, account.totp)
  await page.getByRole('button', { name: '我的菜单' }).waitFor()
  writeFileSync(keptIn(account), JSON.stringify(await page.context().cookies()))
}

/** A code of the authenticator is good once: where it was used before, the next one is waited for. */
async function passSecondFactor(page: Page, secret: string): Promise<void> {
  const wrong = page.getByText('动态验证码不对或已用过')
  for (;;) {
    await page.getByLabel('动态验证码').fill(totp(secret, new Date()))
    await page.getByRole('button', { name: '验证', exact: true }).click()
    await untilQuiet(page)
    if (!(await wrong.isVisible())) return
    takeTroubles(page)
    await page.waitForTimeout(untilNextCode(new Date()))
  }
}
