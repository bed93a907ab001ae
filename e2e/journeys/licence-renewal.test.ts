import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { examine } from '../examine.ts'
import { codeOfCase, openCase, takeStep } from '../steps/office/case.ts'
import { signIn } from '../steps/sign-in.ts'
import { openStage } from '../steps/stage.ts'
import { untilQuiet } from '../watch.ts'

const visit = openStage()
const SERVICE = '人力资源服务许可证延续'
/** The agency's district; the counter of the made-up office is in another one. */
const SEAT = { code: '370202', name: '市南区' }
const LICENCE = '人力资源服务许可证'
const COUNTER = '黄岛区'

describe('an agency renews its licence across districts', () => {
  let anybody: Page
  let counter: Page
  let agency: string
  let profile: string
  let before: string
  let code: string
  beforeAll(async () => {
    anybody = await visit()
  })

  const licences = () => anybody.getByRole('table', { name: '许可与备案' }).first()
  /** Its licences as everybody reads them. */
  const readLicences = async () => {
    await anybody.goto(profile)
    await untilQuiet(anybody)
    return (await licences().textContent()) ?? ''
  }

  test('of another district has a licence that everybody can see', async () => {
    await anybody.goto(`/organisations?kind=agency&standing=may&district=${SEAT.code}`)
    await untilQuiet(anybody)
    const links = await anybody.locator('tbody tr[role=row] a').all()
    const found = await Promise.all(
      links.map(async (link) => [await link.textContent(), await link.getAttribute('href')]),
    )
    for (const [name, path] of found) {
      await anybody.goto(path!)
      await anybody.getByRole('heading', { name: '许可与备案' }).waitFor()
      await untilQuiet(anybody)
      ;[agency, profile] = [name!.trim(), path!]
      if (await licences().getByText(LICENCE, { exact: true }).isVisible()) break
    }
    before = await readLicences()
    expect(before).toContain(LICENCE)
  })

  test('brings its papers to the counter of another district, which takes them in', async () => {
    counter = await visit()
    await signIn(counter, inject('demo').counter)
    await counter.goto('/bureau/counter')
    await counter.getByLabel('事项', { exact: true }).selectOption({ label: SERVICE })
    await counter.getByLabel('怎样办').selectOption({ label: '全域办' })
    await counter
      .getByRole('searchbox', { name: /查找|单位/ })
      .last()
      .fill(agency)
    await counter.getByRole('radio', { name: new RegExp(agency) }).check()
    await examine(counter)
    await counter.getByRole('button', { name: '下一步' }).click()
    await counter.getByText('已经知道的，不用再填').waitFor()
    await counter.getByLabel('场所、专职人员等许可条件是否没有变化？').selectOption('yes')
    await counter.getByLabel('核对了什么证件').selectOption('businessLicence')
    await untilQuiet(counter)
    await examine(counter)
    await counter.getByRole('button', { name: '收件', exact: true }).click()
    await counter.getByText(`${COUNTER}受理，${SEAT.name}办理`).waitFor()
    code = await codeOfCase(counter)
    await examine(counter)
  })

  test('whoever took it in for the agency may not accept it; a colleague at the counter does', async () => {
    await counter.getByText('现在没有您能办的步骤', { exact: false }).waitFor()
    const colleague = await visit()
    await signIn(colleague, inject('demo').districtOfficer)
    await openCase(colleague, '/bureau/cases', code)
    await takeStep(colleague, '受理')
  })

  test('is decided where its seat is, by two people', async () => {
    const reviewer = await visit()
    await signIn(reviewer, inject('demo').reviewer)
    await openCase(reviewer, '/bureau/cases', code)
    await takeStep(reviewer, '建议准予')
    const approver = await visit()
    await signIn(approver, inject('demo').approver)
    await openCase(approver, '/bureau/cases', code)
    await takeStep(approver, '准予')
    await approver.getByText('已准予').first().waitFor()
    await approver.getByText('延续许可').first().waitFor()
    await examine(approver)
  })

  test('and everybody sees the licence that goes on', async () => {
    await anybody.goto('/services')
    // Below the list: what is typed before that has come moves under the pointer.
    await anybody.getByRole('link', { name: '人力资源服务许可证延续' }).first().waitFor()
    await anybody.getByLabel('受理编号').fill(code)
    await anybody.getByRole('button', { name: '查询' }).click()
    await anybody.getByText('已准予').first().waitFor()
    // Granted behind the decision; until then the page is read again.
    await expect.poll(readLicences, { timeout: 30_000, interval: 1000 }).not.toBe(before)
  })
})
