import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import type { DemoRole } from '../demo.ts'
import { openDesk } from '../steps/hiring.ts'
import { signIn } from '../steps/sign-in.ts'
import { openStage } from '../steps/stage.ts'
import { smallTargets } from '../touch.ts'
import { untilQuiet } from '../watch.ts'

const visit = openStage()

/** What is too small on some pages, by page. */
async function smallOn(page: Page, paths: readonly string[]): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {}
  for (const path of paths) {
    await page.goto(path)
    await untilQuiet(page)
    const small = await smallTargets(page)
    if (small.length) found[path] = small
  }
  return found
}

test('what is smaller than a thumb is found, words of a sentence and signs with room around them are not', async () => {
  const page = await visit()
  await page.goto('/')
  await page.setContent(`<h1>x</h1><a href="#a" style="display:block;height:30px">small</a>
    <p>Some words and <a href="#b">a link</a> in them, and more of them.</p>
    <label style="display:block;padding:16px 20px"><input type="checkbox" /> with words</label>
    <a href="#c" style="display:block;height:50px">large enough</a>`)
  expect(await smallTargets(page)).toEqual([expect.stringMatching(/ a small$/)])
})

test('on pages for everybody a thumb meets what it is meant for', async () => {
  const paths = ['/', '/jobs', '/data', '/policies', '/organisations', '/services', '/notices', '/sign-in']
  expect(await smallOn(await visit(), paths)).toEqual({})
})

test.each<[DemoRole, readonly string[]]>([
  ['seeker', ['/me', '/me/applications', '/me/profile', '/me/consents', '/me/privacy', '/me/policies']],
  ['districtOfficer', ['/bureau', '/bureau/shortages', '/bureau/silence', '/bureau/placements', '/bureau/policies']],
])('in the rooms of the %s too', async (role, paths) => {
  const page = await visit()
  await signIn(page, inject('demo')[role])
  expect(await smallOn(page, paths)).toEqual({})
})

test('and at the desks of employers and agencies', async () => {
  for (const role of ['employerOwner', 'agencyOwner'] as const) {
    const page = await visit()
    await signIn(page, inject('demo')[role])
    const desk = await openDesk(page)
    expect(
      await smallOn(
        page,
        ['', '/jobs', '/processes', '/talents', '/hiring'].map((room) => desk + room),
      ),
    ).toEqual({})
  }
})
