import { platformRoutes } from '@renshu/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../testing/app.ts'

let app: TestApp
beforeAll(async () => (app = await startApp()))
afterAll(() => app.close())

test('a running server says that it is healthy and ready', async () => {
  expect(await app.as(platformRoutes).health()).toEqual({ status: 'ok' })
  expect((await app.as(platformRoutes).readiness()).migrations).toBeGreaterThan(0)
})

test('an unknown path is a problem, in the language of the caller', async () => {
  const response = await app.fetch(
    new Request('http://localhost/api/nothing', { headers: { 'accept-language': 'en' } }),
  )
  expect(response.status).toBe(404)
  expect(response.headers.get('content-type')).toContain('application/problem+json')
  expect(await response.json()).toMatchObject({ code: 'platform.notFound', title: 'Not found' })
})

test('the same answer asked again with its tag is not sent again', async () => {
  const first = await app.fetch(new Request('http://localhost/api/ready'))
  const again = new Request('http://localhost/api/ready', { headers: { 'if-none-match': first.headers.get('etag')! } })
  expect((await app.fetch(again)).status).toBe(304)
})
test('the contract can be leafed through in a browser, without a script', async () => {
  const page = await (await app.fetch(new Request('http://localhost/api/docs'))).text()
  expect(page).toContain('/api/ready')
  expect(page).toContain('platform.stale')
  expect(page).not.toContain('<script')
})
