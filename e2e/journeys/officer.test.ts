import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { examine } from '../examine.ts'
import { portray } from '../portray.ts'
import { registerEmployer, uploadPaper } from '../steps/employer.ts'
import { signIn } from '../steps/sign-in.ts'
import { openStage } from '../steps/stage.ts'
import { untilQuiet } from '../watch.ts'

const visit = openStage()
const EMPLOYER = {
  name: '青岛样例机械有限公司',
  creditCode: '91370202YY00000364',
  // Where the officer of a district among the demo accounts has charge.
  district: '370211',
  phone: '19900000120',
}
const REASON = '营业执照扫描件看不清，请重新扫描后再次提交'

describe('an officer and an employer', () => {
  let officer: Page
  let owner: Page

  const submit = async (paper: string) => {
    await uploadPaper(owner, paper)
    await owner.getByRole('button', { name: '提交', exact: true }).click()
    await owner.getByText('待审核').waitFor()
  }
  const openCase = async (page: Page) => {
    await page.goto('/bureau/verifications')
    await page.getByRole('link', { name: EMPLOYER.name }).click()
    await page.getByRole('heading', { name: '自动核查' }).waitFor()
  }
  const decide = async (page: Page, result: '通过认证' | '不予通过', reason = '') => {
    await page.getByLabel('审核结果').selectOption({ label: result })
    await page.getByLabel('理由', { exact: false }).last().fill(reason)
    await page.getByRole('button', { name: '作出决定' }).click()
  }

  beforeAll(async () => {
    owner = await visit()
    await signIn(owner, { phone: '19900000121', totp: null }, '周五福')
    await registerEmployer(owner, EMPLOYER)
    await submit('营业执照.pdf')
  })

  test('without the second factor nothing of anybody is shown', async () => {
    officer = await visit()
    const { phone } = inject('demo').administrator
    await signIn(officer, { phone, totp: null }, '')
    await officer.goto('/bureau')
    await officer.getByRole('heading', { name: '第二步验证' }).first().waitFor()
    expect(await officer.getByText('待审认证').count()).toBe(0)
    await examine(officer)
  })

  test('the inbox shows what is due first', async () => {
    await officer.context().clearCookies()
    await signIn(officer, inject('demo').administrator)
    await officer.goto('/bureau')
    await officer.getByText('待审认证').first().waitFor()
    await examine(officer)
    await officer.goto('/bureau/verifications')
    await officer.getByRole('link', { name: EMPLOYER.name }).waitFor()
    await examine(officer)
    await portray(officer, 'inbox-desk')
    const days = await officer.locator('tbody td[data-label^="办理期限"]').allTextContents()
    const due = days.map((day) => Date.parse(day.replace(/(\d+)年(\d+)月(\d+)日.*/, '$1-$2-$3')))
    expect(due.length).toBeGreaterThan(1)
    expect(due).toEqual(due.toSorted((a, b) => a - b))
  })

  test('a refusal without a reason is not taken; with one the employer reads why', async () => {
    await openCase(officer)
    await examine(officer)
    await portray(officer, 'decision-desk')
    await decide(officer, '不予通过')
    await officer.getByText('请填写这一项').waitFor()
    await examine(officer)
    await decide(officer, '不予通过', REASON)
    await officer.getByText('决定已作出').waitFor()
    await owner.reload()
    await owner.getByText(REASON).waitFor()
    await owner.getByRole('heading', { name: '再次提交认证' }).waitFor()
    await examine(owner)
    await submit('营业执照（重新扫描）.pdf')
  })

  test('a phone is shown in full for a reason, and the person reads who looked and why', async () => {
    await openCase(officer)
    await officer.getByText('199****0120').waitFor()
    await officer.getByRole('button', { name: '查看完整电话' }).click()
    await officer.getByLabel('查看理由').fill('核对联系方式')
    await examine(officer)
    await officer.getByRole('dialog').getByRole('button', { name: '查看完整电话' }).click()
    await officer.getByText(EMPLOYER.phone).waitFor()
    const me = (await (await owner.request.get('/api/me')).json()) as { id: string }
    const looked = await officer.request.post(`/api/people/${me.id}/unmasking`, {
      data: { field: 'phone', reason: '电话核实材料' },
    })
    expect(looked.ok()).toBe(true)
    await owner.goto('/me/privacy')
    await owner.getByText('电话核实材料').waitFor()
    await owner.getByText(/程思远.*经办人员/).waitFor()
    await examine(owner)
  })

  test('when two decide at once, one is told kindly', async () => {
    const colleague = await visit()
    await signIn(colleague, inject('demo').districtOfficer)
    await openCase(officer)
    await openCase(colleague)
    await decide(officer, '通过认证')
    await officer.getByText('决定已作出').waitFor()
    await decide(colleague, '不予通过', REASON)
    await colleague.getByText(/刚才有人改过这条记录|这件已经办结/).waitFor()
    await examine(colleague, [/^409 POST \/api\/verifications\/.*\/decision$/])
  })

  test('the employer stands in the directory', async () => {
    await owner.goto('/desk')
    await owner.getByRole('link', { name: EMPLOYER.name }).click()
    await owner.getByText('可以开展业务', { exact: true }).waitFor()
    await examine(owner)
    const anybody = await visit()
    await anybody.goto(`/organisations?q=${EMPLOYER.creditCode}`)
    await anybody.getByRole('link', { name: EMPLOYER.name }).click()
    await anybody.getByText('已通过认证').waitFor()
    await examine(anybody)
  })

  test('the register of the bureau opens to the whole record', async () => {
    await officer.goto('/bureau/organisations')
    await officer.locator('tbody tr[role=row]').first().waitFor()
    await examine(officer)
    await officer.goto(`/bureau/organisations?q=${EMPLOYER.creditCode}`)
    await officer.getByRole('link', { name: EMPLOYER.name }).click()
    await officer.getByRole('heading', { name: EMPLOYER.name }).waitFor()
    await examine(officer)
    await officer.goto('/bureau/imports')
    await officer.getByRole('heading', { level: 1 }).waitFor()
    await examine(officer)
  })

  test('the ledger shows the entry, and the entry opens to the record', async () => {
    await officer.goto('/bureau/ledger')
    await officer.locator('tbody tr[role=row]').first().waitFor()
    await examine(officer)
    await portray(officer, 'ledger-desk')
    await officer.locator('tbody tr[role=row] button').first().click()
    await officer.getByRole('dialog').getByRole('link', { name: EMPLOYER.name }).waitFor()
    await examine(officer)
    await portray(officer, 'entry-desk')
    await officer.getByRole('dialog').getByRole('link', { name: EMPLOYER.name }).click()
    await officer.getByRole('heading', { name: EMPLOYER.name }).waitFor()
    await officer.goto('/bureau/ledger/totals')
    await officer.locator('tbody tr[role=row]').first().waitFor()
    await officer.getByLabel('种类').selectOption({ index: 1 })
    await untilQuiet(officer)
    await examine(officer)
    await officer.goto('/bureau/ledger/chain')
    await officer.getByText('待封存').first().waitFor()
    await examine(officer)
  })

  test('the city, its parameters and its officers', async () => {
    for (const path of ['/city', '/city/parameters', '/city/officers']) {
      await officer.goto(path)
      await officer.locator('tbody tr[role=row]').first().waitFor()
      await examine(officer)
    }
  })
})
