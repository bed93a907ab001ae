import { expect, inject, test } from 'vitest'
import { takeTroubles, untilQuiet } from '../watch.ts'
import { makePosting } from '../steps/posting.ts'
import { openStage } from '../steps/stage.ts'

const visit = openStage()
const TITLE = '数控铣床操作工（样例）'
const GONE = '00000000-0000-4000-8000-000000000000'

/** What the server sent, before any script ran. */
const sent = async (path: string) => {
  const answer = await fetch(`${inject('address')}${path}`)
  return { status: answer.status, text: await answer.text() }
}

test('the page of a posting tells what it is before a script runs, and the policy on scripts stays as strict', async () => {
  await makePosting(await visit(), inject('demo').employerOwner, TITLE)
  const page = await visit()
  await page.goto(`/jobs?q=${encodeURIComponent(TITLE)}`)
  const link = page.getByRole('link', { name: TITLE })
  const path = (await link.getAttribute('href'))!.split('?')[0]!
  const { status, text } = await sent(path)
  expect(status).toBe(200)
  expect(text).toContain(`<title>${TITLE} - `)
  expect(text).toMatch(/<script type="application\/ld\+json" data-served>\{"@context":"https:\/\/schema\.org"/)
  const answer = (await page.goto(path))!
  expect(answer.headers()['content-security-policy']).toContain("script-src 'self';")
  await page.getByRole('heading', { name: TITLE }).waitFor()
  await untilQuiet(page)
  // Once in the document, whoever wrote it; and nothing was said against it.
  const blocks = await page.locator('script[type="application/ld+json"]').allTextContents()
  expect(blocks.map((block) => (JSON.parse(block) as { title: string }).title)).toEqual([TITLE])
  expect(takeTroubles(page)).toEqual([])
})

test('the page of a posting that is gone says so by its status and in words', async () => {
  expect((await sent(`/jobs/${GONE}`)).status).toBe(404)
  const page = await visit()
  await page.goto(`/jobs/${GONE}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await untilQuiet(page)
  expect(takeTroubles(page, [/^404 GET \/jobs\//, /^404 GET \/api\/jobs\//])).toEqual([])
})

test('search engines find every open posting by the sitemap that robots.txt names', async () => {
  const { text: robots } = await sent('/robots.txt')
  const address = new URL(/^Sitemap: (.*)$/m.exec(robots)![1]!)
  const { status, text } = await sent(address.pathname)
  expect(status).toBe(200)
  const first = /<loc>[^<]*(\/jobs\/[0-9a-f-]{36})<\/loc>/.exec(text)![1]!
  expect((await sent(first)).status).toBe(200)
})
