import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { PHONE } from '../browser.ts'
import { examine } from '../examine.ts'
import { portray } from '../portray.ts'
import { registerEmployer } from '../steps/employer.ts'
import { signIn } from '../steps/sign-in.ts'
import { openStage } from '../steps/stage.ts'
import { untilQuiet } from '../watch.ts'

const visit = openStage()
const OWNER = { phone: '19900000151', totp: null }
const NAME = '钱多福'
const EMPLOYER = {
  name: '青岛样例食品有限公司',
  creditCode: '91370202YY0000052R',
  district: '370211',
  phone: '19900000150',
}
const CORRECTED = '青岛样例食品（集团）有限公司'

describe('the bureau mends what stands on record, and everybody sees why', () => {
  let owner: Page
  let officer: Page
  beforeAll(async () => {
    owner = await visit({ viewport: PHONE })
    officer = await visit()
    await signIn(owner, OWNER, NAME)
    await registerEmployer(owner, EMPLOYER)
    await signIn(officer, inject('demo').administrator)
  })

  test('a person gives a consent to one purpose and recipient, and takes it back', async () => {
    await owner.goto('/me/consents')
    await owner.getByLabel('用途').selectOption('matching')
    await owner.getByLabel('接收方').selectOption('platform')
    await examine(owner)
    await owner.getByRole('button', { name: '同意授权' }).click()
    await owner.getByText('已授权').waitFor()
    await owner.getByText('推荐合适的岗位').first().waitFor()
    await owner.getByLabel('授权给一家单位或机构').check()
    await owner.getByLabel('查找单位').fill('人力')
    await owner.getByRole('radio').first().check()
    await owner.getByLabel('用途').selectOption('contact')
    await examine(owner)
    await owner.getByRole('button', { name: '同意授权' }).click()
    await expect.poll(() => owner.locator('tbody tr[role=row]').count()).toBe(2)
    await owner.getByRole('button', { name: '撤回' }).first().click()
    await owner.getByRole('dialog').getByRole('button', { name: '撤回' }).click()
    await owner
      .getByText(/月.*撤回/)
      .first()
      .waitFor()
    await examine(owner)
    await portray(owner, 'consents-phone')
  })

  test('an officer finds a person by the whole phone only, and sees the phone for a reason the person reads', async () => {
    await officer.goto('/bureau/people')
    await officer.getByLabel('查找内容').fill('1990000')
    await officer.getByRole('button', { name: '查找' }).click()
    await officer.getByText('没有找到').waitFor()
    await examine(officer)
    await officer.getByLabel('查找内容').fill(OWNER.phone)
    await officer.getByRole('button', { name: '查找' }).click()
    await officer.getByText('199****0151').waitFor()
    await examine(officer)
    await officer.getByRole('button', { name: '查看完整手机号' }).click()
    await officer.getByLabel('查看理由').fill('核实参保登记')
    await examine(officer)
    await officer.getByRole('dialog').getByRole('button', { name: '查看完整手机号' }).click()
    await officer.getByText(OWNER.phone, { exact: true }).waitFor()
    await portray(officer, 'people-desk')
    await owner.goto('/me/privacy')
    await owner.getByText('核实参保登记').waitFor()
    await owner.getByText(/经办人员/).waitFor()
    await examine(owner)
  })

  test('an officer corrects the name of an organisation, for a reason', async () => {
    await officer.goto(`/bureau/organisations?q=${EMPLOYER.creditCode}`)
    await officer.getByRole('link', { name: EMPLOYER.name }).click()
    await officer.getByRole('button', { name: '更正登记' }).click()
    const dialog = officer.getByRole('dialog')
    await dialog.getByLabel('名称', { exact: true }).fill(CORRECTED)
    await dialog.getByRole('button', { name: '更正登记' }).click()
    await officer.getByText('请填写这一项').waitFor()
    await dialog.getByLabel('理由').fill('变更登记通知书（示例）第 1 号')
    await examine(officer)
    await dialog.getByRole('button', { name: '更正登记' }).click()
    await officer.getByRole('heading', { name: CORRECTED }).waitFor()
    await owner.goto('/desk')
    await owner.getByText(CORRECTED).first().waitFor()
  })

  test('an administrator takes the entry of its registration back, and the pair shows', async () => {
    await officer.getByRole('link', { name: '台账明细' }).last().click()
    await untilQuiet(officer)
    await officer.locator('tbody tr[role=row] button').first().click()
    const dialog = officer.getByRole('dialog')
    await dialog.getByText('冲销这条记录').click()
    await dialog.getByLabel('理由').fill('重复登记，示例')
    await examine(officer, [/^404 GET \/api\/organisations\//])
    await dialog.getByRole('button', { name: '冲销', exact: true }).click()
    await officer.getByText('已冲销').first().waitFor()
    // Not verified, it has no public page that would name it.
    await examine(officer, [/^404 GET \/api\/organisations\//])
  })

  test('an organisation that was dissolved is closed from a day, and may no longer act', async () => {
    await officer.goto(`/bureau/organisations?q=${EMPLOYER.creditCode}`)
    await officer.getByRole('link', { name: CORRECTED }).click()
    await officer.getByRole('button', { name: '登记注销' }).click()
    const dialog = officer.getByRole('dialog')
    await dialog.getByLabel('理由').fill('注销登记通知书（示例）第 2 号')
    await examine(officer)
    await dialog.getByRole('button', { name: '登记注销' }).click()
    await officer
      .getByText(/月.*日注销/)
      .first()
      .waitFor()
    await examine(officer)
    await owner.goto('/desk')
    await owner.getByRole('link', { name: CORRECTED }).click()
    await owner.getByText('不能开展业务', { exact: true }).waitFor()
    await examine(owner)
  })
})
