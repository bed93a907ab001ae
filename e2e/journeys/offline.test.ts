import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { PHONE } from '../browser.ts'
import { makePosting } from '../steps/posting.ts'
import { openStage } from '../steps/stage.ts'
import { takeTroubles, untilQuiet } from '../watch.ts'

const visit = openStage()
const TITLE = '装卸工（临港）'
const noNetwork = (page: Page) => page.getByRole('status').getByText('现在没有网络')

describe('a phone that loses its network', () => {
  let page: Page
  beforeAll(async () => {
    const employer = await visit()
    await makePosting(employer, inject('demo').employerOwner, TITLE)
    page = await visit({ viewport: PHONE })
  })

  test('is offered the site as an application', async () => {
    await page.goto('/jobs')
    const manifest = await page.request.get((await page.locator('link[rel=manifest]').getAttribute('href'))!)
    expect(manifest.headers()['content-type']).toContain('application/manifest+json')
    expect(await manifest.json()).toMatchObject({ display: 'standalone', start_url: '/' })
  })

  test('still shows the list seen last, and says that there is no network', async () => {
    await page.goto(`/jobs?q=${encodeURIComponent(TITLE)}`)
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
    // The worker keeps what comes from now on: the list and the posting are opened once with it.
    await page.reload()
    // The form comes by itself, a moment after the posting.
    const form = page.waitForResponse((response) => response.url().includes('/apply-form'))
    await page.getByRole('link', { name: TITLE }).click()
    await page.getByRole('heading', { name: TITLE }).waitFor()
    await form
    await untilQuiet(page)
    await page.goBack()
    await page.getByRole('link', { name: TITLE }).waitFor()
    await page.context().setOffline(true)
    const kept = page.waitForResponse((response) => response.url().includes('/api/jobs?'))
    await page.reload()
    expect((await kept).headers()).toHaveProperty('renshu-kept')
    await noNetwork(page).waitFor()
    await page.getByRole('link', { name: TITLE }).waitFor()
  })

  test('refuses to apply, in words, and keeps what was typed', async () => {
    await page.getByRole('link', { name: TITLE }).click()
    await page.getByRole('button', { name: '投递', exact: true }).click()
    const form = page.getByRole('dialog')
    await form.getByLabel('想对单位说的话').fill('随时可以到岗')
    await form.getByText('投不出去').waitFor()
    await form.getByRole('button', { name: '投递', exact: true }).click()
    await form.getByText('现在连不上服务').waitFor()
    await page.reload()
    expect(await page.getByRole('dialog').getByLabel('想对单位说的话').inputValue()).toBe('随时可以到岗')
    takeTroubles(page)
    await page.context().setOffline(false)
    await noNetwork(page).waitFor({ state: 'detached' })
  })

  test('says of a page that was never opened that it was not, and opens it with the network', async () => {
    await page.goto(`/jobs?q=${encodeURIComponent(TITLE)}`)
    await page.getByRole('link', { name: TITLE }).waitFor()
    await page.context().setOffline(true)
    await page.goto('/organisations')
    await page.getByText('这一页还没有打开过').waitFor()
    await page.getByRole('banner').getByRole('link').first().waitFor()
    takeTroubles(page)
    await page.context().setOffline(false)
    await page.getByRole('heading', { name: '机构名录' }).waitFor()
  })

  test('opens a page whose code did not come as soon as it can be had', async () => {
    const other = await visit({ viewport: PHONE })
    await other.goto('/jobs')
    await other.getByRole('link', { name: TITLE }).first().waitFor()
    await other.getByRole('button', { name: '菜单' }).click()
    // The browser believes to have a network, and nothing comes over it.
    await other.context().route(/./, (route) => route.abort())
    await other.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '机构' }).click()
    await other.getByText('这一页还没有打开过').waitFor()
    takeTroubles(other)
    await noNetwork(other).waitFor()
    await other.context().unroute(/./)
    await other.getByRole('heading', { name: '机构名录' }).waitFor()
    await noNetwork(other).waitFor({ state: 'detached' })
  })
})
