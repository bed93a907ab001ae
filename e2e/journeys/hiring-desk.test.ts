import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { DESKTOP, PHONE } from '../browser.ts'
import { examine } from '../examine.ts'
import { portray } from '../portray.ts'
import { openDesk, pastePosting, saveProfile } from '../steps/hiring.ts'
import { signIn } from '../steps/sign-in.ts'
import { openStage } from '../steps/stage.ts'
import { untilQuiet } from '../watch.ts'

const visit = openStage()

describe.each([
  { where: 'desk', viewport: DESKTOP, phone: '19900000161', seeker: '卢长河' },
  { where: 'phone', viewport: PHONE, phone: '19900000162', seeker: '邹明岳' },
])('an employer hires ($where)', ({ where, viewport, phone, seeker }) => {
  // A trade that few have in a made-up city, so that the one who looks for it stands among the first.
  const TITLE = `潜水员${where === 'desk' ? '甲' : '乙'}班`
  const TEXT = `诚聘${TITLE}3名
工作地点：青岛市黄岛区长江路街道
薪资6000-8000元/月，包吃住，五险，两班倒
工作内容：负责码头水下检查、清理和打捞，保持潜水设备完好。`
  let page: Page
  let desk: string

  beforeAll(async () => {
    const person = await visit({ viewport: PHONE })
    await signIn(person, { phone, totp: null }, seeker)
    await saveProfile(person, '潜水员', '370211')
    page = await visit({ viewport })
    await signIn(page, inject('demo').employerOwner)
    desk = await openDesk(page)
  })

  test('pastes a text and is told which words may not stand in it', async () => {
    await page.goto(`${desk}/jobs`)
    await page.getByRole('heading', { name: '岗位', exact: true }).waitFor()
    await examine(page)
    await pastePosting(page, desk, `${TEXT}\n入职交押金200元`)
    await page.getByRole('heading', { name: '这些用语要改' }).waitFor()
    await page.locator('mark', { hasText: '押金' }).first().waitFor()
    await examine(page)
    await portray(page, `posting-${where}`)
    await page.getByRole('button', { name: '采用建议文字' }).click()
    await expect.poll(() => page.getByLabel('岗位说明').inputValue()).not.toContain('押金')
  })

  test('finds the form filled, also after a reload, and publishes it', async () => {
    await page.reload()
    await expect.poll(() => page.getByLabel('岗位名称').inputValue()).toContain('潜水员')
    await page.getByLabel('岗位名称').fill(TITLE)
    await page.getByLabel('岗位说明').fill(TEXT)
    expect(await page.getByLabel('最低，元/月').inputValue()).toBe('6000')
    expect(await page.getByLabel('包住').isChecked()).toBe(true)
    await page.getByRole('button', { name: '发布', exact: true }).click()
    await page.getByRole('heading', { name: TITLE }).waitFor()
    await page.getByText('在招', { exact: true }).first().waitFor()
    // Who fits is asked for again until the index has taken the posting up.
    await examine(page, [/^404 GET .*\/candidates$/])
  })

  test('finds who fits with reasons, and invites', async () => {
    const candidate = page.locator('li', { has: page.getByRole('link', { name: seeker }) })
    // The index takes up what was just written; until then the page is read again.
    await expect
      .poll(
        async () => {
          if ((await candidate.count()) === 0) await page.reload()
          await untilQuiet(page)
          return candidate.count()
        },
        { timeout: 30_000, interval: 1000 },
      )
      .toBe(1)
    await examine(page)
    await portray(page, `candidates-${where}`)
    await candidate.getByRole('button', { name: '邀请应聘' }).click()
    await page.getByRole('dialog').getByLabel('附言').fill('看您想做潜水，离家也近，方便时聊聊。')
    await page.getByRole('button', { name: '发出邀请' }).click()
    await page.getByRole('heading', { name: '全过程' }).waitFor()
    await page.getByText('收到邀请').first().waitFor()
    await examine(page)
    await portray(page, `process-${where}`)
  })

  test('sees the process on the board of the posting and in the list of all', async () => {
    await page.getByRole('main').getByRole('link', { name: TITLE }).click()
    await page.getByRole('link', { name: '应聘进展' }).click()
    await page.locator('.board').getByRole('link').first().waitFor()
    await examine(page)
    await portray(page, `board-${where}`)
    await page.getByRole('button', { name: '看表格' }).click()
    await page.locator('tbody tr[role=row]').first().waitFor()
    await page.getByLabel('环节').selectOption({ label: '收到邀请（1）' })
    await page.locator('tbody tr[role=row]').first().waitFor()
    await examine(page)
    await page.goto(`${desk}/processes`)
    await page.locator('tbody tr[role=row]').first().waitFor()
    await examine(page)
    // 找人才 of the main navigation: who recruits for one organisation is at its search at once.
    await page.goto('/talents')
    await page.waitForURL(`**${desk}/talents`)
    await page.getByLabel('想做的职业').selectOption({ index: 1 })
    await page.waitForURL(/occupation=/)
    await page.getByLabel('排序').selectOption({ label: '最合适' })
    await page.waitForURL(/sort=best/)
    for (const room of ['talents', 'hiring', 'jobs/import']) {
      await page.goto(`${desk}/${room}`)
      await untilQuiet(page)
      await examine(page)
    }
  })
})
