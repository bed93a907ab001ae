import type { Page } from 'playwright-core'
import { makePaper } from './paper.ts'

export interface NewEmployer {
  name: string
  creditCode: string
  /** GB/T 2260 code of the district. */
  district: string
  /** Of the office; the public does not see it. */
  phone: string
}

/** What an employer is asked for at least; the form stays open. */
export async function fillRegistration(page: Page, { name, creditCode, district, phone }: NewEmployer): Promise<void> {
  await page.getByLabel('类型').selectOption('employer')
  await page.getByLabel('单位名称').fill(name)
  await page.getByLabel('统一社会信用代码').fill(creditCode)
  await page.getByLabel('区市').selectOption(district)
  await page.getByLabel('地址').fill('示例路 999 号')
  await page.getByLabel('联系电话').fill(phone)
}

/** Registers an employer; its page for verification is open afterwards. */
export async function registerEmployer(page: Page, employer: NewEmployer): Promise<void> {
  await page.goto('/desk/new')
  await fillRegistration(page, employer)
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByRole('heading', { name: '认证', exact: true }).waitFor()
}

/** Uploads a document on the page for verification. */
export async function uploadPaper(page: Page, name: string): Promise<void> {
  await page.getByLabel('证明材料').setInputFiles(makePaper(name))
  await page.getByText(name).waitFor()
}
