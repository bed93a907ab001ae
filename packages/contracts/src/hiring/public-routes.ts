import { z } from 'zod'
import { routes } from '../route.ts'
import { Day, Id } from '../values.ts'

/** How an organisation answers those who apply: public, and only where enough applications stand behind it. */
const Answers = z.object({
  /** Applications whose answer was due on this day or later. */
  since: Day,
  /** Applications from which on the figures are public; null where the city publishes none. */
  least: z.int().nullable(),
  /** Applications behind the figures; like the figures null where they are fewer than `least`. */
  counted: z.int().nullable(),
  /** Hundredths of a percent of processes answered in time. */
  answered: z.int().nullable(),
  /** Median of the days from the application, or the yes to an invitation, to the first answer. */
  medianDays: z.number().nullable(),
})

export const publicHiringRoutes = routes({
  answers: {
    method: 'GET',
    path: '/organisations/:organisationId/answers',
    access: 'public',
    summary: ['单位回复应聘的比例和快慢', 'How often and how fast an organisation answers applications'],
    params: z.object({ organisationId: Id }),
    response: Answers,
    errors: ['registry.noOrganisation'],
  },
})
