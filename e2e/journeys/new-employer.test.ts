import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { DESKTOP, PHONE } from '../browser.ts'
import { examine } from '../examine.ts'
import { portray } from '../portray.ts'
import { fillRegistration, uploadPaper } from '../steps/employer.ts'
import { nextInvitation } from '../steps/messages.ts'
import { enterCode, signIn } from '../steps/sign-in.ts'
import { openStage } from '../steps/stage.ts'
import { untilQuiet } from '../watch.ts'

const visit = openStage()

describe.each([
  {
    where: 'desk',
    viewport: DESKTOP,
    phone: '19900000101',
    colleague: '19900000102',
    employer: {
      name: '青岛样例电子有限公司',
      creditCode: '91370202YY000001X9',
      district: '370202',
      phone: '19900000105',
    },
  },
  {
    where: 'phone',
    viewport: PHONE,
    phone: '19900000103',
    colleague: '19900000104',
    employer: {
      name: '青岛样例食品有限公司',
      creditCode: '91370202YY00000289',
      district: '370203',
      phone: '19900000106',
    },
  },
])('a new employer ($where)', ({ where, viewport, phone, colleague, employer }) => {
  let page: Page
  beforeAll(async () => {
    page = await visit({ viewport })
  })
  const names = () => page.locator('tbody th[scope=row]').allTextContents()
  const search = async (text: string) => {
    await page.getByLabel('名称、拼音或统一社会信用代码').fill(text)
    await page.waitForURL((url) => url.searchParams.get('q') === text)
    await untilQuiet(page)
  }

  test('sees the directory without signing in, and finds names by characters and by pinyin', async () => {
    await page.goto('/')
    await examine(page)
    await portray(page, `home-${where}`)
    await page.goto('/talents')
    await page.getByRole('main').getByRole('link', { name: '单位入驻' }).waitFor()
    await examine(page)
    await page.goto('/')
    await page.getByRole('main').getByRole('link', { name: /^机构/ }).click()
    await page.getByRole('heading', { name: '机构名录' }).waitFor()
    await examine(page)
    await portray(page, `directory-${where}`)
    await search('产业园')
    const byCharacters = await names()
    expect(byCharacters.length).toBeGreaterThan(0)
    expect(byCharacters.every((name) => name.includes('产业园'))).toBe(true)
    await search('chanyeyuan')
    expect(await names()).toEqual(byCharacters)
    await search('没有这样的单位')
    await page.getByText('没有符合条件的单位').waitFor()
    await examine(page)
  })

  test('signs in with the code on the screen and comes back to the form', async () => {
    await page.goto('/')
    await page.getByRole('link', { name: /^单位入驻/ }).click()
    await page.getByRole('main').getByRole('link', { name: '登录' }).click()
    await examine(page)
    await enterCode(page.getByRole('main'), phone, '赵一宁')
    await page.getByRole('heading', { name: '登记单位' }).waitFor()
  })

  test('is told at each field what is missing', async () => {
    await page.getByRole('button', { name: '登记', exact: true }).click()
    await expect.poll(() => page.getByText('请填写这一项').count()).toBeGreaterThanOrEqual(5)
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('kind')
    await examine(page)
    await fillRegistration(page, { ...employer, creditCode: employer.creditCode.replace(/.$/, '0') })
    await page.getByRole('button', { name: '登记', exact: true }).click()
    await page.getByText('统一社会信用代码不正确').waitFor()
    await examine(page, [/^(400|422) POST \/api\/organisations$/])
  })

  test('finds what was half filled after a reload and after the session has ended', async () => {
    await page.reload()
    await expect.poll(() => page.getByLabel('单位名称').inputValue()).toBe(employer.name)
    await page.context().clearCookies()
    await page.getByLabel('统一社会信用代码').fill(employer.creditCode)
    await page.getByRole('button', { name: '登记', exact: true }).click()
    await page.getByRole('heading', { name: '请重新登录' }).waitFor()
    await examine(page, [/^401 POST \/api\/organisations$/])
    await enterCode(page.getByRole('dialog'), phone)
    await page.getByRole('heading', { name: '认证', exact: true }).waitFor()
  })

  test('hands in a document once, however often the button is pressed', async () => {
    await page.getByRole('button', { name: '提交', exact: true }).click()
    await page.getByText('请填写这一项').waitFor()
    await uploadPaper(page, '营业执照.pdf')
    await examine(page)
    await portray(page, `verification-${where}`)
    await page.getByRole('button', { name: '提交', exact: true }).dblclick()
    await page.getByText('待审核').waitFor()
    await page.reload()
    await page.getByRole('heading', { name: '第 1 次申请' }).waitFor()
    expect(await page.getByRole('heading', { name: /第 \d+ 次申请/ }).count()).toBe(1)
    await examine(page)
    await page.getByRole('link', { name: '首页', exact: true }).click()
    await page.getByText('认证申请正在审核').waitFor()
    await examine(page)
  })

  test('invites a colleague, who joins by the code of the message', async () => {
    await page.getByRole('link', { name: '成员', exact: true }).click()
    await page.getByLabel('对方手机号').fill(colleague)
    await page.getByRole('button', { name: '邀请成员' }).click()
    await page.getByText('邀请已发出').waitFor()
    await examine(page)
    const other = await visit({ viewport })
    await signIn(other, { phone: colleague, totp: null }, '钱二平')
    const code = await nextInvitation(other, colleague)
    await other.goto('/development')
    await other.getByText(code).filter({ visible: true }).waitFor()
    await examine(other)
    await other.goto('/me')
    await other.getByLabel('邀请码').fill(code)
    await other.getByRole('button', { name: '接受邀请' }).click()
    await other.getByRole('heading', { name: employer.name }).waitFor()
    await examine(other)
    await page.reload()
    await page.getByText('钱二平').first().waitFor()
    await examine(page)
  })
})
