import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { examine } from '../examine.ts'
import { portray } from '../portray.ts'
import { uploadPaper } from '../steps/employer.ts'
import { makePaper } from '../steps/paper.ts'
import { signIn } from '../steps/sign-in.ts'
import { openStage } from '../steps/stage.ts'
import { untilQuiet } from '../watch.ts'

const visit = openStage()
const AGENCY = { name: '青岛样例人力资源有限公司', creditCode: '91370202YY0000044Y' }
const NUMBER = '（示例）370202000001'

describe('an agency', () => {
  let owner: Page
  let officer: Page
  let desk: string
  beforeAll(async () => {
    owner = await visit()
    officer = await visit()
  })

  test('of the directory shows its licence and why it may act', async () => {
    const anybody = await visit()
    await anybody.goto('/organisations?kind=agency&standing=may')
    await untilQuiet(anybody)
    await anybody.locator('tbody tr[role=row] a').first().click()
    await anybody.getByRole('heading', { name: '许可与备案' }).waitFor()
    await anybody.getByText('可以开展业务', { exact: true }).waitFor()
    expect(await anybody.getByText('符合', { exact: true }).count()).toBeGreaterThanOrEqual(4)
    await examine(anybody)
    await portray(anybody, 'profile-desk')
  })

  test('registers, and is told what it lacks before it may act', async () => {
    await signIn(owner, { phone: '19900000131', totp: null }, '吴六顺')
    await owner.goto('/desk/new')
    await owner.getByLabel('类型').selectOption('agency')
    await owner.getByLabel('单位名称').fill(AGENCY.name)
    await owner.getByLabel('统一社会信用代码').fill(AGENCY.creditCode)
    await owner.getByLabel('区市').selectOption('370202')
    await owner.getByLabel('地址').fill('南京路 888 号（虚构）')
    await owner.getByLabel('人力资源招聘').check()
    await owner.getByRole('button', { name: '登记', exact: true }).click()
    await uploadPaper(owner, '营业执照.pdf')
    await owner.getByRole('button', { name: '提交', exact: true }).click()
    await owner.getByText('待审核').waitFor()
    await owner.getByRole('link', { name: '首页', exact: true }).click()
    await owner.getByText('不能开展业务', { exact: true }).waitFor()
    await owner.getByText('从未通过认证').waitFor()
    await owner.getByText('没有许可或备案').waitFor()
    desk = new URL(owner.url()).pathname
    await examine(owner)
  })

  test('may still not act once it is verified: the licence is missing', async () => {
    await signIn(officer, inject('demo').administrator)
    await officer.goto('/bureau/verifications')
    await officer.getByRole('link', { name: AGENCY.name }).click()
    await officer.getByLabel('审核结果').selectOption('accepted')
    await officer.getByRole('button', { name: '作出决定' }).click()
    await officer.getByText('决定已作出').waitFor()
    await owner.reload()
    await owner.getByText('已通过认证').waitFor()
    await owner.getByText('不能开展业务', { exact: true }).waitFor()
  })

  test('proposes a licence, the officer confirms it, and the standing turns', async () => {
    await owner.goto(`${desk}/licences`)
    await owner.getByRole('button', { name: '提交确认' }).click()
    await owner.getByText('请填写这一项').first().waitFor()
    await examine(owner)
    await owner.getByLabel('类型').selectOption('licence')
    await owner.getByLabel('证号').fill(NUMBER)
    await owner.getByLabel('人力资源招聘').check()
    await owner.getByLabel('发证机关').fill('市南区行政审批服务局')
    await owner.getByLabel('有效期起').fill('2026-01-01')
    await owner.getByLabel('有效期止').fill('2030-12-31')
    await owner.getByLabel('证件扫描件').setInputFiles(makePaper('许可证.pdf'))
    await owner.getByText('许可证.pdf').waitFor()
    await owner.getByRole('button', { name: '提交确认' }).click()
    await owner.getByText('待确认').waitFor()
    await examine(owner)
    await officer.goto('/bureau/licences')
    await officer.getByText(AGENCY.name).first().waitFor()
    await examine(officer)
    await officer.getByRole('button', { name: AGENCY.name }).click()
    await examine(officer)
    await officer.getByLabel('审核结果').selectOption('accepted')
    await officer.getByRole('button', { name: '作出决定' }).click()
    await officer.getByText('决定已作出').waitFor()
    await owner.goto(desk)
    await owner.getByText('可以开展业务', { exact: true }).waitFor()
    await examine(owner)
  })

  test('can look up why it could not act on a past day, and finds every room of its desk in order', async () => {
    await owner.goto(`${desk}/standing`)
    await owner.getByText('可以开展业务', { exact: true }).waitFor()
    await owner.getByLabel('哪一天').fill('2026-02-01')
    await owner.getByText('不能开展业务', { exact: true }).waitFor()
    await examine(owner)
    await portray(owner, 'standing-desk')
    for (const room of ['description', 'practitioners', 'branches', 'members']) {
      await owner.goto(`${desk}/${room}`)
      await owner.getByRole('heading', { level: 1 }).waitFor()
      await examine(owner)
    }
  })
})
