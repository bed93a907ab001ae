import { matchRoutes } from '@renshu/contracts'
import { type Handlers, moduleOf } from '../../platform/http/index.ts'
import { withListing } from '../talents/index.ts'
import { findCandidates } from './actions/candidates.ts'
import { dismiss, listDismissals } from './actions/dismissals.ts'
import { matchHelped, matchKept } from './actions/for-others.ts'
import { type JobsMetBy, judge, listNewest, recommend } from './actions/recommend.ts'
import { showShortages } from './actions/shortages.ts'
import { deleteDismissal } from './store.ts'
import { choosePersonal, wantsPersonal } from './unpersonalised.ts'

const DONE = { done: true } as const

const handlersOf = (jobsMetBy: JobsMetBy): Handlers<typeof matchRoutes> => ({
  recommended: async ({ query: { limit, personal } }, context) =>
    (personal ?? (await wantsPersonal(context))) ? recommend(context, limit, jobsMetBy) : listNewest(context, limit),
  async choosePersonal({ body }, context) {
    await choosePersonal(context, body.personal)
    return DONE
  },
  fitOf: ({ params }, context) => judge(context, params.jobId),
  dismissals: ({ query }, context) => listDismissals(context, query),
  async dismiss({ params, body }, context) {
    await dismiss(context, params.jobId, body)
    return DONE
  },
  async undismiss({ params: { jobId } }, { tx, city, actor }) {
    await deleteDismissal(tx, city, actor.forPersonId ?? actor.personId!, jobId)
    return DONE
  },
  candidates: withListing(
    ({ params, query }, context) => findCandidates(context, params.organisationId, params.jobId, query.limit),
    ({ fits, near }) => [...fits, ...near].map(({ talent }) => talent.id),
  ),
  keptMatches: ({ params, query }, context) => matchKept(context, params, query.limit, jobsMetBy),
  helpedMatches: ({ params, query }, context) => matchHelped(context, params.talentId, query.limit, jobsMetBy),
  shortages: ({ query }, context) => showShortages(context, query.district),
})

/** The module, with what hiring above it tells of processes. */
export const matchOf = (jobsMetBy: JobsMetBy) => moduleOf('match', matchRoutes, handlersOf(jobsMetBy))
