import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, inject, test } from 'vitest'
import { PHONE } from '../browser.ts'
import { examine } from '../examine.ts'
import { portray } from '../portray.ts'
import { codeOfCase } from '../steps/office/case.ts'
import { makePaper } from '../steps/paper.ts'
import { signIn } from '../steps/sign-in.ts'
import { openStage } from '../steps/stage.ts'
import { untilQuiet } from '../watch.ts'

const visit = openStage()
/** Somebody who comes to the counter and has never signed in. */
const NEWCOMER = { phone: '19900000192', totp: null }
/** Of somebody who has no phone. */
const CARD = '370202194001010020'
const NAME = '简素心'
const SERVICE = '补充工伤保险理赔'

/** What nobody knows of the injury, and the papers that were brought. */
async function answerClaim(counter: Page): Promise<void> {
  await counter.getByLabel('治疗这次伤害共花费多少医药费？', { exact: false }).fill('2400')
  await counter.getByLabel('在哪个区市参保？').selectOption('370211')
  await counter.getByLabel('哪一天受的伤？').fill('2026-11-02')
  await counter.getByLabel('赔款拨到哪个账户？').fill('示例银行示例支行 6222020000000000192')
  await counter.getByLabel('受伤时，所在单位是否已为本人投保', { exact: false }).selectOption('yes')
  await counter.getByLabel('是否在工作中因工作原因受伤？').selectOption('yes')
  for (const at of [0, 1]) {
    await counter
      .locator('input[type=file]')
      .nth(at)
      .setInputFiles(makePaper(`材料${at + 1}.pdf`))
    await counter.getByText(`材料${at + 1}.pdf`).waitFor()
  }
}

test('a time at a counter is booked on a phone, taken into the calendar, and given back', async () => {
  const person = await visit({ viewport: PHONE, acceptDownloads: true })
  await signIn(person, { phone: '19900000193', totp: null }, '茅以宁')
  await person.goto('/me/appointments')
  await person.getByRole('button', { name: '预约时间' }).click()
  const dialog = person.getByRole('dialog')
  await dialog.getByRole('button', { name: '预约时间' }).click()
  await dialog.getByText('请填写这一项').waitFor()
  await dialog.getByLabel('窗口').selectOption({ index: 3 })
  await untilQuiet(person)
  await dialog.getByLabel('时间').selectOption({ index: 1 })
  await examine(person)
  await dialog.getByRole('button', { name: '预约时间' }).click()
  const booked = person.locator('li.card').first()
  await booked.getByText('已约', { exact: true }).waitFor()
  const [download] = await Promise.all([
    person.waitForEvent('download'),
    booked.getByRole('button', { name: '加入日历' }).click(),
  ])
  expect(readFileSync(await download.path(), 'utf8')).toMatch(/^BEGIN:VCALENDAR\r\n[^]+DTSTART;TZID=Asia\/Shanghai:/)
  await examine(person)
  await booked.getByRole('button', { name: '取消预约' }).click()
  await dialog.getByRole('button', { name: '先不取消' }).click()
  await booked.getByRole('button', { name: '取消预约' }).click()
  await dialog.getByRole('button', { name: '取消预约' }).click()
  await person.getByText('没有预约').waitFor()
  await examine(person)
})

test('an administrator gives a duty, which is in force at once, and ends it', async () => {
  const administrator = await visit()
  await signIn(administrator, inject('demo').administrator)
  await administrator.goto('/bureau/duties')
  await administrator.getByRole('button', { name: '设岗' }).click()
  const dialog = administrator.getByRole('dialog')
  await dialog.getByLabel('人员').selectOption({ label: '姚静怡' })
  await dialog.getByLabel('岗位').selectOption({ label: '审核人员' })
  await dialog.getByLabel('区市').selectOption({ label: '莱西市' })
  await dialog.getByRole('button', { name: '设岗' }).click()
  await dialog.getByText('只能给经办人员设岗，且不超出其区市').waitFor()
  await dialog.getByLabel('区市').selectOption({ label: '黄岛区' })
  await examine(administrator, [/^4\d\d POST/])
  await dialog.getByRole('button', { name: '设岗' }).click()
  const duty = administrator.getByRole('row', { name: /姚静怡.*审核人/ })
  await duty.waitFor()
  await examine(administrator)
  await duty.getByRole('button', { name: '撤岗' }).click()
  await dialog.getByRole('button', { name: '撤岗' }).click()
  await duty.waitFor({ state: 'detached' })
  await examine(administrator)
})

describe('somebody without an account comes to the counter', () => {
  let code: string

  test('who is asked there what nobody knows, and goes home with a code', async () => {
    const counter = await visit()
    await signIn(counter, inject('demo').counter)
    await counter.goto('/bureau/counter')
    await counter.getByLabel('事项', { exact: true }).selectOption({ label: SERVICE })
    await counter.getByLabel('怎样办').selectOption({ index: 1 })
    await counter.getByRole('textbox', { name: '手机号' }).fill(NEWCOMER.phone)
    await counter.getByRole('textbox', { name: '姓名' }).fill(NAME)
    await examine(counter)
    await counter.getByRole('button', { name: '下一步' }).click()
    await counter.getByRole('button', { name: '收件', exact: true }).click()
    await counter.getByText('请填写这一项').first().waitFor()
    await answerClaim(counter)
    await counter.getByLabel('核对了什么证件').selectOption('idCard')
    await counter.getByText('1,955.00', { exact: false }).first().waitFor()
    await examine(counter)
    await counter.evaluate(() => scrollTo(0, 0))
    await portray(counter, 'counter-desk')
    await counter.getByRole('button', { name: '收件', exact: true }).click()
    code = await codeOfCase(counter)
    await counter.getByRole('heading', { name: NAME }).waitFor()
    await examine(counter)
  })

  test('and finds it with the phone that was written down', async () => {
    const person = await visit({ viewport: PHONE })
    await signIn(person, NEWCOMER)
    await person.goto('/me/cases')
    await person.getByText(code).waitFor()
    await examine(person)
    await person.getByRole('link', { name: SERVICE }).click()
    await person.locator('.stage-now').getByText('待受理').waitFor()
    await examine(person)
  })
})

test('somebody without a phone is taken in by the identity card, and goes home with a receipt on paper', async () => {
  const counter = await visit({ acceptDownloads: true })
  await signIn(counter, inject('demo').counter)
  await counter.goto('/bureau/counter')
  await counter.getByLabel('事项', { exact: true }).selectOption({ label: SERVICE })
  await counter.getByLabel('怎样办').selectOption({ index: 1 })
  await counter.getByText('没有手机号，凭身份证').click()
  await counter.getByRole('textbox', { name: '身份证号' }).fill('370202194001010021')
  await counter.getByRole('textbox', { name: '姓名' }).fill('欧阳守朴')
  await counter.getByRole('button', { name: '下一步' }).click()
  await counter.getByText('请填写这一项').waitFor()
  await counter.getByLabel('已收到本人签字的同意书').check()
  await counter.getByRole('button', { name: '下一步' }).click()
  await counter.getByRole('alert').waitFor()
  await examine(counter, [/^4\d\d POST/])
  await counter.getByRole('textbox', { name: '身份证号' }).fill(CARD)
  await counter.getByRole('button', { name: '下一步' }).click()
  await counter.getByText('身份证 370***********0020').waitFor()
  await answerClaim(counter)
  await examine(counter)
  await counter.getByRole('button', { name: '收件', exact: true }).click()
  await counter.getByRole('heading', { name: '欧阳守朴' }).waitFor()
  await counter.getByText('没有手机号，短信发不到', { exact: false }).waitFor()
  expect(await counter.getByText(CARD, { exact: false }).count()).toBe(0)
  const [receipt] = await Promise.all([
    counter.waitForEvent('download'),
    counter.getByRole('button', { name: '收件回执' }).click(),
  ])
  expect(
    readFileSync(await receipt.path())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
  await examine(counter)
  // What only the applicant may do is done for him while he stands there.
  await counter.getByRole('button', { name: '撤回申请' }).click()
  const dialog = counter.getByRole('dialog')
  await dialog.locator('button[type=submit]').click()
  await dialog.getByText('请填写这一项').waitFor()
  await examine(counter)
  await dialog.getByLabel('本人在场，已核对身份证原件').check()
  await dialog.locator('button[type=submit]').click()
  await counter.locator('.stage-now').getByText('已撤回').waitFor()
  await examine(counter)
})
