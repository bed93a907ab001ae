import type { Page } from 'playwright-core'
import { beforeAll, describe, inject, test } from 'vitest'
import { DESKTOP, PHONE } from '../browser.ts'
import { examine } from '../examine.ts'
import { portray } from '../portray.ts'
import { openDesk, pastePosting } from '../steps/hiring.ts'
import { signIn } from '../steps/sign-in.ts'
import { openStage } from '../steps/stage.ts'
import { untilQuiet } from '../watch.ts'

const visit = openStage()

describe.each([
  { where: 'desk', viewport: DESKTOP, title: '夜班包装工甲组' },
  { where: 'phone', viewport: PHONE, title: '夜班包装工乙组' },
])('an officer decides on a posting ($where)', ({ where, viewport, title }) => {
  const TEXT = `${title}
工作地点：青岛市黄岛区长江路街道
薪资5000-6000元/月，五险
工作内容：按订单分拣、包装、贴标，保持工位整洁。年龄18-35岁`
  let employer: Page
  let officer: Page
  let desk: string

  beforeAll(async () => {
    employer = await visit({ viewport })
    await signIn(employer, inject('demo').employerOwner)
    desk = await openDesk(employer)
    officer = await visit({ viewport })
    await signIn(officer, inject('demo').administrator)
  })

  test('what has to be looked at waits, and its author reads why', async () => {
    await pastePosting(employer, desk, TEXT)
    await employer.getByRole('heading', { name: '这些用语要改' }).waitFor()
    await employer.getByLabel('岗位名称').fill(title)
    await employer.getByRole('button', { name: '发布', exact: true }).click()
    await employer.getByRole('heading', { name: title }).waitFor()
    await employer.getByText('等待审核', { exact: true }).first().waitFor()
    await employer.getByText('审核时会看这些地方').waitFor()
    await examine(employer)
  })

  test('the officer sees the words marked; a refusal needs its reason', async () => {
    await officer.goto('/bureau/postings?signal=age')
    await officer.getByRole('link', { name: title }).waitFor()
    await examine(officer)
    await portray(officer, `queue-${where}`)
    await officer.getByRole('link', { name: title }).click()
    await officer.locator('mark', { hasText: '18-35岁' }).first().waitFor()
    await examine(officer)
    await portray(officer, `moderation-${where}`)
    await officer.getByLabel('决定', { exact: true }).selectOption({ label: '不通过' })
    await officer.getByRole('button', { name: '作出决定' }).click()
    await officer.getByText('请填写这一项').waitFor()
    await examine(officer)
    await officer.getByRole('button', { name: '按发现的问题拟写理由' }).click()
    await officer.getByRole('button', { name: '作出决定' }).click()
    await officer.getByText('已办结').waitFor()
    await employer.reload()
    await employer.getByText('审核未通过', { exact: true }).first().waitFor()
  })

  test('every queue of the hiring loop can be read', async () => {
    for (const room of ['placements', 'claims', 'pairs', 'silence', 'shortages', 'searches']) {
      await officer.goto(`/bureau/${room}`)
      await untilQuiet(officer)
      // Shortages are counted every hour; a new city may not have been yet.
      await examine(officer, [/^503 GET \/api\/bureau\/shortages$/])
      await portray(officer, `${room}-${where}`)
    }
  })
})
