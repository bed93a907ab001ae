import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { DESKTOP, PHONE } from '../browser.ts'
import { examine } from '../examine.ts'
import { portray } from '../portray.ts'
import { signIn } from '../steps/sign-in.ts'
import { openStage } from '../steps/stage.ts'
import { untilQuiet } from '../watch.ts'

const visit = openStage()

describe.each([
  { where: 'desk', viewport: DESKTOP },
  { where: 'phone', viewport: PHONE },
])('somebody without an account looks whether a policy is for him ($where)', ({ where, viewport }) => {
  let page: Page
  beforeAll(async () => {
    page = await visit({ viewport })
  })

  test('finds the policy by a word, with its conditions drawn', async () => {
    await page.goto('/policies')
    await page.getByRole('link', { name: '失业保险稳岗返还' }).waitFor()
    await examine(page)
    await portray(page, `policies-${where}`)
    await page.getByLabel('查找').fill('工伤 医药费')
    await expect.poll(() => page.locator('article').count()).toBe(1)
    await page.getByRole('link', { name: '补充工伤保险：职业伤害医疗赔付' }).click()
    await page.getByRole('heading', { name: '条件（3 条）' }).waitFor()
    expect(await page.locator('.logic.whole').innerText()).toContain('医药费 > 免赔额')
    await examine(page)
  })

  test('is asked one question after the other; what cannot be read is said, and a reload loses nothing', async () => {
    const cost = page.getByRole('textbox', { name: '治疗这次伤害共花费多少医药费？' })
    await cost.fill('两万多')
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByText('请填金额，只用数字和小数点').waitFor()
    await examine(page)
    await cost.fill('22,189.16')
    await page.reload()
    await expect.poll(() => cost.inputValue()).toBe('22,189.16')
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByRole('heading', { name: '受伤时，所在单位是否已为本人投保补充工伤保险？' }).waitFor()
    await page.getByRole('button', { name: '是', exact: true }).click()
    await page.getByRole('heading', { name: /因工作原因受伤？/ }).waitFor()
    await page.getByRole('button', { name: '是', exact: true }).click()
    const decision = page.getByRole('region', { name: '判定结果' })
    await decision.getByText('18,775.79 元').waitFor()
    expect(await decision.innerText()).toContain('(22,189.16 − 100.00) × 85%')
    await page.reload()
    await decision.getByText('18,775.79 元').waitFor()
    await examine(page)
    await decision.scrollIntoViewIfNeeded()
    await portray(page, `calculator-${where}`)
  })

  test('is told which condition fails and what would change it', async () => {
    await page.getByRole('button', { name: '修改：医药费' }).click()
    await page.getByRole('textbox', { name: '治疗这次伤害共花费多少医药费？' }).fill('80')
    await page.getByRole('button', { name: '下一步' }).click()
    const decision = page.getByRole('region', { name: '判定结果' })
    await decision.getByText('“医药费”为 100.01 元 时，这一条就满足。').waitFor()
    await decision.getByText('不满足').waitFor()
    await examine(page)
  })
})

test('a person sees all policies for himself, and what is missing', async () => {
  const page = await visit({ viewport: PHONE })
  await signIn(page, { phone: '19900000170', totp: null }, '祁远山')
  await page.goto('/me/policies')
  await page.getByRole('link', { name: '领取失业保险金的期限' }).waitFor()
  await examine(page)
  for (const room of ['entitlements', 'decisions']) {
    await page.goto(`/me/policies/${room}`)
    await untilQuiet(page)
    await examine(page)
  }
})
