import { matchRoutes } from '@renshu/contracts'
import { moduleOf } from '../../platform/http/index.ts'
import { jobCards } from '../jobs/index.ts'
import { findCandidates } from './actions/candidates.ts'
import { judge, recommend } from './actions/recommend.ts'
import { showShortages } from './actions/shortages.ts'
import { fail } from './errors.ts'
import { deleteDismissal, saveDismissal } from './store.ts'

const DONE = { done: true } as const

export const match = moduleOf('match', matchRoutes, {
  recommended: ({ query }, context) => recommend(context, query.limit, query.personal),
  fitOf: ({ params }, context) => judge(context, params.jobId),
  async dismiss({ params: { jobId }, body }, context) {
    const { tx, city, actor, now } = context
    if (!(await jobCards(context, [jobId])).has(jobId)) throw fail.notListed()
    const personId = actor.forPersonId ?? actor.personId!
    await saveDismissal(tx, { city, personId, jobId, ...body, dismissedAt: now() })
    return DONE
  },
  async undismiss({ params: { jobId } }, { tx, city, actor }) {
    await deleteDismissal(tx, city, actor.forPersonId ?? actor.personId!, jobId)
    return DONE
  },
  candidates: ({ params, query }, context) => findCandidates(context, params.organisationId, params.jobId, query.limit),
  shortages: ({ query }, context) => showShortages(context, query.district),
})
