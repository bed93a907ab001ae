import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { DESKTOP, PHONE } from '../browser.ts'
import { examine } from '../examine.ts'
import { portray } from '../portray.ts'
import { openDesk, saveProfile } from '../steps/hiring.ts'
import { makePaper } from '../steps/paper.ts'
import { applyFor, dayAhead, offer, takeStepAt } from '../steps/placement.ts'
import { makePosting } from '../steps/posting.ts'
import { signIn } from '../steps/sign-in.ts'
import { openStage } from '../steps/stage.ts'
import { untilQuiet } from '../watch.ts'

const visit = openStage()
const TITLE = '叉车司机（长白班）'
const PEOPLE = [
  { phone: '19900000174', name: '石望海' },
  { phone: '19900000175', name: '葛青山' },
  { phone: '19900000176', name: '裴立秋' },
] as const
const UID = /UID:(\S+)[^]*SEQUENCE:(\d+)[^]*DTSTART;TZID=Asia\/Shanghai:(\d{8}T\d{6})/

describe('from an interview to work that has begun', () => {
  let employer: Page
  let officer: Page
  let desk: string
  const seekers: Page[] = []
  const applications: string[] = []

  beforeAll(async () => {
    employer = await visit({ viewport: DESKTOP })
    await makePosting(employer, inject('demo').employerOwner, TITLE)
    desk = await openDesk(employer)
    for (const { phone, name } of PEOPLE) {
      const page = await visit({ viewport: PHONE })
      await signIn(page, { phone, totp: null }, name)
      await saveProfile(page, '叉车司机', '370211')
      applications.push(await applyFor(page, TITLE))
      seekers.push(page)
    }
    officer = await visit({ viewport: DESKTOP })
    await signIn(officer, inject('demo').administrator)
  })

  const openAtDesk = async (at: number) => {
    await employer.goto(`${desk}/processes/${applications[at]!.split('/').at(-1)}`)
    await untilQuiet(employer)
  }
  const openOwn = async (at: number) => {
    await seekers[at]!.goto(applications[at]!)
    await untilQuiet(seekers[at]!)
    return seekers[at]!
  }

  test('an interview is offered, chosen and moved, and the calendar follows', async () => {
    await openAtDesk(0)
    await takeStepAt(employer, '提出面试时间', async () => {
      const form = employer.getByRole('dialog')
      await form.getByLabel('开始时间（北京时间）').fill(`${dayAhead(3)}T10:00`)
      await form.getByLabel('地点或会议链接').fill('示例路 7 号')
      await form.getByRole('button', { name: '再加一个时间' }).click()
      await form
        .getByLabel('开始时间（北京时间）')
        .nth(1)
        .fill(`${dayAhead(4)}T15:00`)
    })
    const page = await openOwn(0)
    await examine(page)
    const timeAt = (hour: string) => page.locator('fieldset').getByRole('button', { name: hour })
    const calendar = async () => {
      const link = page.getByRole('link', { name: '存到日历' })
      const file = await page.request.get((await link.getAttribute('href'))!)
      return UID.exec(await file.text())!.slice(1)
    }
    await timeAt('10:00').click()
    await page.getByText('面试时间已经定好').waitFor()
    const [uid, sequence, at] = await calendar()
    expect(at).toBe(`${dayAhead(3).replaceAll('-', '')}T100000`)
    await timeAt('15:00').click()
    await page.locator('li', { hasText: '15:00' }).getByText('您选的时间').waitFor()
    const [sameUid, later, moved] = await calendar()
    expect([sameUid, moved]).toEqual([uid, `${dayAhead(4).replaceAll('-', '')}T150000`])
    expect(Number(later)).toBeGreaterThan(Number(sequence))
    await examine(page)
    await portray(page, 'interview-phone')
    await openAtDesk(0)
    await employer.getByText('对方已选').waitFor()
    await examine(employer)
  })

  test('a message whose answer was lost on the way is sent again and arrives once', async () => {
    const page = await openOwn(0)
    await page.route('**/messages', async (route) => {
      await route.fetch()
      await route.abort('connectionreset')
    })
    await page.getByLabel('写消息').fill('请问从哪个门进？')
    await page.getByRole('button', { name: '发送' }).click()
    await page.getByText('现在连不上服务').waitFor()
    await page.unroute('**/messages')
    await page.getByRole('button', { name: '发送' }).click()
    await page.locator('.messages li', { hasText: '请问从哪个门进？' }).waitFor()
    expect(await page.getByLabel('写消息').inputValue()).toBe('')
    await examine(page, [/ERR_CONNECTION_RESET/])
    await openAtDesk(0)
    expect(await employer.getByText('请问从哪个门进？').count()).toBe(1)
  })

  test('an offer is taken, and both say that the work began', async () => {
    await offer(employer)
    const page = await openOwn(0)
    await page.getByText('6200 元/月').waitFor()
    await examine(page)
    await page.getByRole('button', { name: '接受录用' }).click()
    await page.getByRole('button', { name: '确认已到岗' }).click()
    await page.getByText('等单位确认').waitFor()
    await examine(page)
    await openAtDesk(0)
    await takeStepAt(employer, '确认入职', async () => {})
    await employer.getByText('已入职', { exact: true }).waitFor()
    await examine(employer)
    await openOwn(0)
    await page.getByText('双方都已确认到岗').waitFor()
    await page.getByRole('heading', { name: '到岗回访' }).waitFor()
    await examine(page)
    await portray(page, 'placed-phone')
  })

  test('an offer is declined with a reason, which the employer reads', async () => {
    await openAtDesk(1)
    await offer(employer)
    const page = await openOwn(1)
    await page.getByRole('button', { name: '谢绝' }).click()
    const form = page.getByRole('dialog')
    await form.getByLabel('原因').selectOption('pay')
    await form.getByRole('button', { name: '谢绝' }).click()
    await page.getByText('您已谢绝').waitFor()
    await examine(page)
    await openAtDesk(1)
    await employer.getByText('工资不合适').waitFor()
    expect(await employer.getByRole('heading', { name: '现在可以做' }).count()).toBe(0)
    await examine(employer)
  })

  test('where one side is silent an officer confirms on a document, which stays with the process', async () => {
    await openAtDesk(2)
    await offer(employer)
    const page = await openOwn(2)
    await page.getByRole('button', { name: '接受录用' }).click()
    await page.getByRole('button', { name: '确认已到岗' }).waitFor()
    await openAtDesk(2)
    await takeStepAt(employer, '确认入职', async () => {})
    await employer.getByText('还没有', { exact: true }).waitFor()
    await officer.goto(`/bureau/placements/${applications[2]!.split('/').at(-1)}`)
    await officer.getByLabel('理由').fill('劳动合同原件与系统一致')
    await officer.getByRole('button', { name: '凭证据确认就业' }).click()
    await officer.getByText('请填写这一项').waitFor()
    await officer.getByLabel('录用证据').setInputFiles(makePaper('劳动合同.pdf'))
    await officer.getByText('劳动合同.pdf').waitFor()
    await examine(officer)
    await portray(officer, 'placement-desk')
    await officer.getByRole('button', { name: '凭证据确认就业' }).click()
    await officer.getByRole('link', { name: '劳动合同.pdf' }).waitFor()
    await examine(officer)
    await openOwn(2)
    await page.getByText('经办人员已凭证据确认您到岗').waitFor()
    await page.getByText('劳动合同原件与系统一致').waitFor()
  })

  test('months after the start somebody is asked whether he still works there, and the answer stands in the timeline', async () => {
    // Of the made-up city: a day that is due lies months behind what this journey can do.
    const page = await visit({ viewport: PHONE })
    await signIn(page, inject('demo').seeker)
    const placed = await page.request.get('/api/me/processes?stage=placed&followUp=true')
    const { items } = (await placed.json()) as { items: { id: string }[] }
    await page.goto(`/me/applications/${items[0]!.id}`)
    await page.getByRole('button', { name: '还在这里工作' }).click()
    await page.getByText('入职 90 天仍在岗').waitFor()
    await examine(page)
  })

  test('both placements stand in the ledger, and each leads back to its process', async () => {
    // The newest entry comes first.
    for (const [row, at] of [2, 0].entries()) {
      await officer.goto('/bureau/ledger')
      await officer.getByLabel('种类').selectOption({ label: '就业人次' })
      await officer.waitForURL(/kind=/)
      await untilQuiet(officer)
      await officer.locator('tbody tr[role=row]').nth(row).getByRole('button').click()
      const entry = officer.getByRole('dialog')
      await entry.getByRole('link', { name: '打开这次应聘' }).waitFor()
      await examine(officer)
      await entry.getByRole('link', { name: '打开这次应聘' }).click()
      await officer.getByRole('heading', { name: PEOPLE[at]!.name }).waitFor()
    }
  })
})
