import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { DemoRole } from '@renshu/server'

/** What a visitor with an empty cache loads to see a page. */
export interface FirstView {
  page: string
  scripts: number
  /** Of scripts, as they went over the wire. */
  bytes: number
}

/** The public site and the start of each desk. */
const viewsOf = (organisationId: string, agencyId: string, tokens: Partial<Record<DemoRole, string>>) => [
  { page: 'home', path: '/' },
  { page: 'directory', path: '/organisations' },
  { page: 'profile', path: `/organisations/${agencyId}` },
  { page: 'sign-in', path: '/sign-in' },
  { page: 'person', path: '/me/account', token: tokens.seeker },
  { page: 'organisation', path: `/desk/${organisationId}`, token: tokens.employerOwner },
  { page: 'bureau', path: '/bureau', token: tokens.administrator },
  { page: 'city', path: '/city', token: tokens.administrator },
]

/** In a real browser, which the journeys know how to open; none where there is no Chromium. */
export async function firstViews(
  address: string,
  organisationId: string,
  agencyId: string,
  tokens: Partial<Record<DemoRole, string>>,
): Promise<FirstView[]> {
  const script = fileURLToPath(new URL('../../e2e/first-views.ts', import.meta.url))
  const views = JSON.stringify(viewsOf(organisationId, agencyId, tokens))
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script, address, views])
  return JSON.parse(stdout) as FirstView[]
}
