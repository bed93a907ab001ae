import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { PHONE } from '../browser.ts'
import { examine } from '../examine.ts'
import { portray } from '../portray.ts'
import { openDesk, saveProfile } from '../steps/hiring.ts'
import { nextNotice } from '../steps/messages.ts'
import { makePaper } from '../steps/paper.ts'
import { makePosting } from '../steps/posting.ts'
import { signIn } from '../steps/sign-in.ts'
import { openStage } from '../steps/stage.ts'
import { untilQuiet } from '../watch.ts'

const visit = openStage()
const TITLE = '码头系缆工'
const NAME = '样例拾壹'
const NUMBER = '19900000172'
const agreedOn = new Date().toISOString().slice(0, 10)
const TABLE = `姓名,手机号,求职意向,证书,同意日期,同意期限\n${NAME},${NUMBER},叉车司机,叉车证N1,${agreedOn},一年`

describe('what stands twice', () => {
  let officer: Page
  let person: Page
  beforeAll(async () => {
    officer = await visit()
    await signIn(officer, inject('demo').administrator)
  })

  test('a posting that says the same as another is seen beside it and merged, and its author reads why', async () => {
    const employer = await visit()
    await makePosting(employer, inject('demo').employerOwner, TITLE)
    await makePosting(employer, inject('demo').employerOwner, TITLE)
    await officer.goto('/bureau/postings?signal=duplicate')
    await officer.getByRole('link', { name: TITLE }).click()
    await officer.getByRole('button', { name: '并排对照' }).first().click()
    await officer.getByRole('heading', { name: '已有岗位' }).waitFor()
    await examine(officer)
    await officer.getByRole('button', { name: '并入已有岗位' }).click()
    await officer.getByRole('dialog').getByRole('button', { name: '并入已有岗位' }).click()
    await officer.getByText('已并入', { exact: true }).first().waitFor()
    const desk = await openDesk(employer)
    await employer.goto(`${desk}/jobs?q=${encodeURIComponent(TITLE)}&status=closed`)
    await employer.getByRole('link', { name: TITLE }).click()
    await employer.getByText('与重复岗位合并').first().waitFor()
    await examine(employer)
  })

  test('what an agency keeps of somebody goes into the own profile, and both are told', async () => {
    person = await visit({ viewport: PHONE })
    await signIn(person, { phone: NUMBER, totp: null }, NAME)
    await saveProfile(person, '保洁员', '370202')
    const agency = await visit()
    await signIn(agency, inject('demo').agencyOwner)
    const desk = await openDesk(agency)
    await agency.goto(`${desk}/held/import`)
    const file = { name: '求职者.csv', mimeType: 'text/csv', buffer: Buffer.from(TABLE) }
    await agency.getByLabel('表格文件').setInputFiles(file)
    await agency.getByText('导入结果：求职者.csv').waitFor()
    const pair = officer.locator('section.card').filter({ hasText: NAME })
    // Looked for behind the import; until then the page is read again.
    await expect
      .poll(
        async () => {
          await officer.goto('/bureau/pairs')
          await untilQuiet(officer)
          return pair.count()
        },
        { timeout: 60_000, interval: 2000 },
      )
      .toBe(1)
    await pair.getByText('人力资源机构代管').waitFor()
    await pair.getByLabel('决定').selectOption({ label: '是同一个人，合并' })
    await pair.getByText('是本人用自己的账号填的，要保留这一份').waitFor()
    await pair.getByLabel('理由').fill('同一手机号')
    await examine(officer)
    await pair.getByRole('button', { name: '作出决定' }).click()
    await pair.waitFor({ state: 'detached' })
    await agency.goto(`${desk}/held`)
    await untilQuiet(agency)
    expect(await agency.getByText(NAME).count()).toBe(0)
    await nextNotice(person, NUMBER, '并入了您的这一份')
  })

  test('whom a group is recognised for stands among those to help, and is recommended a posting', async () => {
    await claimGroup(person)
    await officer.goto('/bureau/claims')
    const claim = officer.getByRole('row').filter({ hasText: NAME })
    await claim.getByRole('button', { name: '核实' }).click()
    const decision = officer.getByRole('dialog')
    await decision.getByLabel('决定').selectOption({ label: '属实，予以认定' })
    await examine(officer)
    await decision.getByRole('button', { name: '作出决定' }).click()
    await claim.waitFor({ state: 'detached' })
    await officer.getByLabel('看哪些').selectOption({ label: '已认定、可以帮扶的人' })
    await claim.getByRole('button', { name: '推荐岗位' }).click()
    const dialog = officer.getByRole('dialog')
    await dialog.getByLabel('查找在招岗位').fill(TITLE)
    await dialog.getByRole('radio', { name: TITLE }).check()
    await examine(officer)
    await portray(officer, 'helped-desk')
    await dialog.getByRole('button', { name: '推荐岗位' }).click()
    await officer.getByText('已推荐，等本人答复').first().waitFor()
    await person.goto('/me/applications')
    await person.getByRole('link', { name: TITLE }).click()
    await person.getByText('有人把您推荐给这个岗位').waitFor()
    await examine(person)
  })
})

/** Says with a document of proof that the person signed in is a veteran. */
async function claimGroup(page: Page): Promise<void> {
  const { buffer } = makePaper('证明.pdf')
  const kept = await page.request.post('/api/me/talent/documents?name=proof.pdf', {
    headers: { 'content-type': 'application/octet-stream', 'idempotency-key': 'journey-proof-of-a-group' },
    data: buffer,
  })
  const { id } = (await kept.json()) as { id: string }
  const claimed = await page.request.post('/api/me/talent/groups', {
    headers: { 'idempotency-key': 'journey-claim-of-a-group' },
    data: { group: 'veteran', documents: [id], consent: true },
  })
  if (!claimed.ok()) throw new Error(`The claim was refused: ${await claimed.text()}`)
}
