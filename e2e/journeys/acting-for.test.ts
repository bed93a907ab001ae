import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { PHONE } from '../browser.ts'
import { examine } from '../examine.ts'
import { portray } from '../portray.ts'
import { nextInvitation } from '../steps/messages.ts'
import { signIn } from '../steps/sign-in.ts'
import { openStage } from '../steps/stage.ts'
import { untilQuiet } from '../watch.ts'

const visit = openStage()
const UNTIL = `${new Date().getFullYear() + 1}-06-30`
const rows = (page: Page) => page.locator('tbody tr[role=row]')
const confirm = async (page: Page, action: string) => {
  await page.getByRole('button', { name: action }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: action }).click()
}

/** Opens the one desk of somebody; its path and the name on it. */
async function openDesk(page: Page): Promise<{ path: string; name: string }> {
  await page.goto('/desk')
  await page.locator('main ul.tiles a').first().click()
  await untilQuiet(page)
  const name = await page.getByRole('heading', { level: 1 }).textContent()
  return { path: new URL(page.url()).pathname, name: name!.trim() }
}

describe('an employer and the agency it entrusts', () => {
  let owner: Page
  let agent: Page
  let client: { path: string; name: string }
  let agency: { path: string; name: string }
  beforeAll(async () => {
    owner = await visit()
    agent = await visit()
    await signIn(owner, inject('demo').employerOwner)
    await signIn(agent, inject('demo').agencyOwner)
    client = await openDesk(owner)
    agency = await openDesk(agent)
  })

  test('an agency without a mandate does not come to the desk of the client', async () => {
    await agent.goto(client.path)
    await agent.getByText('您没有做这件事的权限').first().waitFor()
    await examine(agent, [/^403 GET /])
  })

  test('the owner entrusts the agency with recruiting until a day', async () => {
    await owner.goto(`${client.path}/mandates`)
    await owner.getByRole('heading', { name: '委托一家机构' }).waitFor()
    await owner.getByLabel('查找单位').fill(agency.name)
    await owner.getByRole('radio', { name: agency.name }).check()
    await owner.getByLabel('截止日期').fill(UNTIL)
    await examine(owner)
    await owner.getByRole('button', { name: '委托一家机构' }).click()
    await owner.getByText('已发给机构').waitFor()
    await rows(owner).first().waitFor()
    const given = await rows(owner).first().textContent()
    expect(given).toContain(agency.name)
    expect(given).toContain('等待机构接受')
    await examine(owner)
    await portray(owner, 'mandates-desk')
  })

  test('the agency accepts, and only then the mandate is in force', async () => {
    await agent.goto(client.path)
    await agent.getByText('您没有做这件事的权限').first().waitFor()
    await agent.goto(`${agency.path}/mandates`)
    await agent.getByText('等待机构接受').waitFor()
    await examine(agent, [/^403 GET /])
    await portray(agent, 'mandates-received')
    await confirm(agent, '接受委托')
    const accepted = agent.getByRole('row').filter({ hasText: client.name })
    await accepted.getByText('有效', { exact: true }).waitFor()
    await examine(agent)
    await owner.reload()
    await owner.getByText('有效', { exact: true }).waitFor()
  })

  test('the agency finds its client, acts there by name, and sees no room the mandate does not open', async () => {
    await agent.goto(`${agency.path}/mandates`)
    await agent.getByRole('link', { name: client.name }).click()
    await agent.getByText(`您正以${agency.name}受${client.name}委托办理`).waitFor()
    for (const room of ['成员', '委托'])
      expect(await agent.getByRole('link', { name: room, exact: true }).count()).toBe(0)
    await examine(agent)
    await agent.goto(`${client.path}/members`)
    await agent.getByText('您没有做这件事的权限').first().waitFor()
    await agent.goto(`${client.path}/standing`)
    await agent.getByText('委托不包含这件事').first().waitFor()
    await examine(agent, [/^403 GET /])
  })

  test('the owner ends the mandate, and the agency is out at once', async () => {
    await owner.reload()
    await confirm(owner, '终止委托')
    await owner.getByText('已终止').waitFor()
    await examine(owner)
    await agent.goto(client.path)
    await agent.getByText('您没有做这件事的权限').first().waitFor()
    await examine(agent, [/^403 GET /])
  })
})

describe('a person and a helper', () => {
  const helper = { phone: '19900000142', totp: null }
  let person: Page
  let other: Page
  beforeAll(async () => {
    person = await visit({ viewport: PHONE })
    other = await visit({ viewport: PHONE })
    await signIn(person, { phone: '19900000141', totp: null }, '赵桂英')
    await signIn(other, helper, '赵小东')
  })

  test('the person invites, the helper accepts by the message, and both see it', async () => {
    await person.goto('/me/helpers')
    await person.getByLabel('对方手机号').fill(helper.phone)
    await person.getByLabel('办事').check()
    await person.getByLabel('截止日期').fill(UNTIL)
    await person.getByRole('button', { name: '邀请代办人' }).click()
    await person.getByText('邀请已发出').waitFor()
    await person.getByText('等待对方接受').waitFor()
    await examine(person)
    await other.goto('/me')
    await other.getByLabel('邀请码').fill(await nextInvitation(other, helper.phone))
    await other.getByRole('button', { name: '接受邀请' }).click()
    await other.getByText('已接受邀请').waitFor()
    await examine(other)
    await person.reload()
    await person.getByText('赵小东').waitFor()
    await person.getByText('有效', { exact: true }).waitFor()
  })

  test('the person ends it', async () => {
    await confirm(person, '终止')
    await person.getByText('已结束').waitFor()
    await examine(person)
  })
})
