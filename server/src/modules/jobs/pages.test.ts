import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { jobsRoutes, type JobRecord } from '@renshu/contracts'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../testing/app.ts'
import { givenJob } from '../../../testing/jobs.ts'
import { givenVerified, type OrganisationGiven } from '../../../testing/registry.ts'
import { servePages, serveSitemap } from '../../platform/web/index.ts'
import { jobAddresses, jobPageHead } from './index.ts'

const ORIGIN = 'https://rc.example.cn'
const folder = mkdtempSync(join(tmpdir(), 'renshu-job-pages-'))
let app: TestApp
let pages: Hono
let employer: OrganisationGiven
let job: JobRecord

beforeAll(async () => {
  app = await startApp({ PUBLIC_URL: ORIGIN, DEVELOPMENT: 'false' })
  employer = await givenVerified(app, { name: '样例港口物流' })
  job = await givenJob(app, employer, { title: '叉车司机', description: '装卸货物。\n</script><b>&' })
  mkdirSync(join(folder, 'dist'))
  writeFileSync(join(folder, 'dist/index.html'), '<html><head><title>人枢</title></head><body></body></html>')
  pages = new Hono()
  pages.all('/api/*', (request) => app.fetch(request.req.raw))
  servePages(pages, { folder: join(folder, 'dist'), described: [jobPageHead] })
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await app.close()
})

const sitemap = (path: string) => app.fetch(new Request(`http://localhost${path}`))

test('the page of a posting says in its head what it is, as the API does', async () => {
  const answer = await pages.request(`/jobs/${job.id}`)
  const page = await answer.text()
  expect(answer.status).toBe(200)
  expect(page).toContain('<title>叉车司机 - 人枢</title>')
  expect(page).toContain('<meta name="description" content="样例港口物流，')
  expect(page).toContain(`<link rel="canonical" href="${ORIGIN}/jobs/${job.id}" />`)
  const block = /<script type="application\/ld\+json" data-served>(.*?)<\/script>/.exec(page)![1]!
  const { jsonLd } = await app.as(jobsRoutes).job({ params: { jobId: job.id } })
  expect(JSON.parse(block)).toEqual(jsonLd)
})

test('a posting that has ended or never was is missing by its status too, and the page still stands', async () => {
  const ended = await givenJob(app, employer, { title: '收银员', description: '超市收银。' })
  const params = { organisationId: employer.id, jobId: ended.id }
  await app.as(jobsRoutes, employer.owner).close({ params, body: { version: 1, reason: 'filled' } })
  for (const id of [ended.id, crypto.randomUUID(), 'nothing']) {
    const answer = await pages.request(`/jobs/${id}`)
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('<title>人枢</title>')
  }
})

test('the sitemap lists open postings, and no other', async () => {
  const waiting = await givenJob(app, employer, { title: '门卫', description: '夜间值守，40岁以下。' })
  const answer = await sitemap('/sitemap.xml')
  expect(answer.headers.get('content-type')).toContain('application/xml')
  const text = await answer.text()
  expect(text).toContain(`<loc>${ORIGIN}/jobs/${job.id}</loc><lastmod>2026-03-02</lastmod>`)
  expect(text).not.toContain(waiting.id)
  expect(await (await sitemap('/robots.txt')).text()).toContain(`Sitemap: ${ORIGIN}/sitemap.xml`)
})

test('too many for one file come as an index of parts, each posting in one of them', async () => {
  const own = await givenVerified(app)
  for (const title of ['电焊工', '缝纫工', '质检员'])
    await givenJob(app, own, { title, description: `${title}岗位，按班次工作。` })
  const small = new Hono()
  serveSitemap(small, app.services, jobAddresses, 2)
  const ask = async (path: string) => (await small.request(path)).text()
  const parts = [...(await ask('/sitemap.xml')).matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address!)
  expect(parts).toEqual([`${ORIGIN}/sitemap.xml?part=1`, `${ORIGIN}/sitemap.xml?part=2`])
  const listed = await Promise.all(parts.map((part) => ask(part.replace(ORIGIN, ''))))
  const addresses = listed.flatMap((text) => [...text.matchAll(/\/jobs\/([0-9a-f-]{36})</g)].map(([, id]) => id))
  expect(addresses).toHaveLength(4)
  expect(new Set(addresses).size).toBe(4)
  for (const path of ['/sitemap.xml?part=3', '/sitemap.xml?part=0', '/sitemap.xml?part=x'])
    expect((await small.request(path)).status).toBe(404)
})
