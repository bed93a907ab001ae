import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { docxOf } from '@renshu/intake/testing'
import { PHONE } from '../browser.ts'
import { examine } from '../examine.ts'
import { portray } from '../portray.ts'
import { saveProfile } from '../steps/hiring.ts'
import { signIn } from '../steps/sign-in.ts'
import { openStage } from '../steps/stage.ts'

const visit = openStage()
// Radicals stand for some characters, as fonts of many PDFs name them.
const LINES = `个人简历
学历：大专
求职意向：叉⻋司机、仓库管理员
期望地点：青岛市⻩岛区
工作经历
2015.03-2020.06 样例物流有限公司 叉⻋司机 负责港口仓库装卸
证书：叉⻋证N1`

describe('somebody who has a CV, on a phone', () => {
  let page: Page
  beforeAll(async () => {
    page = await visit({ viewport: PHONE })
    await signIn(page, { phone: '19900000171', totp: null }, '样例玖')
    await saveProfile(page, '保洁员', '370202')
  })

  test('is told in words that a broken file cannot be read', async () => {
    await page.goto('/me/profile?step=details')
    const broken = { name: '简历.docx', mimeType: 'application/octet-stream', buffer: Buffer.from('PK broken') }
    await page.getByLabel('上传简历').setInputFiles(broken)
    await page.getByText('不支持这种文件').waitFor()
    await examine(page, [/^422 POST \/api\/me\/talent\/cv$/])
  })

  test('sees what was read, beside its text, and takes the wishes over by one press', async () => {
    const buffer = await docxOf(LINES)
    await page.getByLabel('上传简历').setInputFiles({ name: '简历.docx', mimeType: 'application/octet-stream', buffer })
    await page.getByText('简历里还写了这些期望').waitFor()
    await page.getByText('叉车司机、仓库管理员').first().waitFor()
    expect(await page.getByLabel('学历').inputValue()).toBe('college')
    await page.getByText('“叉车司机 N1”有效期到').waitFor()
    await examine(page)
    await portray(page, 'cv-phone')
    await page.getByLabel('自我介绍').fill('能倒班')
    await page.getByRole('button', { name: '加进求职意向' }).click()
    await page.getByText('已加进求职意向').first().waitFor()
    expect(await page.getByLabel('自我介绍').inputValue()).toBe('能倒班')
  })

  test('corrects a field, saves, and finds both in the profile', async () => {
    await page.getByLabel('工作经验').fill('6')
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await page.getByText('已保存').first().waitFor()
    await examine(page)
    await page.goto('/me/profile')
    await page.getByText('“叉车司机”理解为职业').waitFor()
    expect(await page.getByRole('combobox', { name: '想做的工作' }).inputValue()).toBe('保洁员、叉车司机、仓库管理员')
    await page.goto('/me/profile?step=place')
    expect(await page.getByLabel('黄岛区').isChecked()).toBe(true)
    await page.goto('/me/profile?step=details')
    expect(await page.getByLabel('工作经验').inputValue()).toBe('6')
    await page.getByText('现有简历').waitFor()
  })

  test('says another pay for one of his wishes, and the other step tells that it is apart', async () => {
    await page.goto('/me/profile')
    await page.getByText('“叉车司机”另说薪资').click()
    const apart = page.getByRole('group', { name: '“叉车司机”的期望月工资' })
    await apart.getByLabel('最低，元/月').fill('6000')
    await apart.getByLabel('最高，元/月').fill('600')
    await page.getByRole('button', { name: '保存，下一步' }).click()
    await apart.getByText('最低不能高于最高').waitFor()
    expect(await page.getByRole('combobox', { name: '想做的工作' }).getAttribute('aria-invalid')).toBe('false')
    await apart.getByLabel('最高，元/月').fill('')
    await examine(page)
    await page.getByRole('button', { name: '保存，下一步' }).click()
    await page.waitForURL(/step=place/)
    await page.goto('/me/profile?step=pay')
    await page.getByText('另说了薪资的不看这里：叉车司机（6000 元/月以上）').waitFor()
    expect(await page.getByLabel('最低，元/月').inputValue()).toBe('5000')
    await page.goto('/me/profile')
    await page.getByText('“叉车司机”：6000 元/月以上').waitFor()
    await examine(page)
  })
})
