import { JobPage } from '@renshu/contracts'
import type { DescribedPage } from '../../../platform/web/index.ts'

/** Letters that a list of results shows under a title. */
const LONGEST = 160

/** The page of a posting: title, who offers the work and where, and the posting itself as linked data. */
export const jobPageHead: DescribedPage = {
  path: '/jobs/:jobId',
  headOf(answer) {
    const job = JobPage.safeParse(answer).data
    // Other addresses below `/jobs` answer about something else.
    if (!job) return null
    const { title, employer, places, description, jsonLd } = job
    const where = [...new Set(places.map(({ name }) => name))].slice(0, 3).join('、')
    const about = [employer.name, where, description.replaceAll(/\s+/g, ' ')].filter(Boolean).join('，')
    return {
      title,
      description: about.length > LONGEST ? `${about.slice(0, LONGEST - 1)}…` : about,
      canonical: typeof jsonLd['url'] === 'string' ? jsonLd['url'] : null,
      data: jsonLd,
    }
  },
}
