import type { Page } from 'playwright-core'
import type { DemoAccount } from '../demo.ts'
import { signIn } from './sign-in.ts'

const DAY = 86_400_000

/** An employer of the made-up city posts a job that nobody else has, so that a journey can look for it. */
export async function makePosting(page: Page, account: DemoAccount, title: string): Promise<void> {
  await signIn(page, account)
  const session = await page.request.get('/api/session')
  const { me } = (await session.json()) as { me: { memberships: { organisationId: string }[] } }
  const posted = await page.request.post(`/api/organisations/${me.memberships[0]!.organisationId}/jobs`, {
    headers: { 'idempotency-key': `journey-posting-${title.length}-${Date.now()}` },
    data: {
      title,
      description: '负责港口仓库的叉车装卸和码放，每天八小时，月休四天。持叉车证，包吃包住，缴纳五险。',
      places: [{ place: '370211', address: '示例路 7 号', openings: 3 }],
      validUntil: new Date(Date.now() + 60 * DAY).toISOString().slice(0, 10),
      salary: { min: 550_000, max: 720_000 },
      welfare: ['meals', 'housing', 'insurance'],
      certificates: [{ code: 'forklift-n1', required: true }],
      employment: ['fullTime'],
    },
  })
  if (!posted.ok()) throw new Error(`The posting was refused: ${await posted.text()}`)
}
