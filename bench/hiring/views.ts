import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { FirstView } from '../platform/first-view.ts'
import type { HiringServer } from './server.ts'

/** Script of the pages that the public sees first, as it goes over the wire; none where there is no Chromium. */
export async function publicViews({ address }: HiringServer): Promise<FirstView[]> {
  const list = (await (await fetch(`${address}/api/jobs?limit=1`)).json()) as { items: [{ id: string }] }
  const views = [
    { page: 'home', path: '/' },
    { page: 'jobs', path: '/jobs' },
    { page: 'a job', path: `/jobs/${list.items[0].id}` },
    { page: 'market', path: '/data' },
  ]
  const script = fileURLToPath(new URL('../../e2e/first-views.ts', import.meta.url))
  const words = ['--import', 'tsx', script, address, JSON.stringify(views)]
  const { stdout } = await promisify(execFile)(process.execPath, words)
  return JSON.parse(stdout) as FirstView[]
}
