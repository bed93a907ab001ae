import type { publicCaseRoutes } from '@renshu/contracts'
import type { Handlers } from '../../../platform/http/index.ts'
import { listCounters, listSlots } from '../actions/counters.ts'
import { listServices, showService } from '../actions/definitions.ts'
import { listNotices } from '../actions/notices.ts'
import { object } from '../actions/objections.ts'
import { showProgress } from '../actions/read.ts'

/** What anybody may see. */
export const publicHandlers: Handlers<typeof publicCaseRoutes> = {
  services: ({ query }, context) => listServices(context, query),
  service: ({ params }, context) => showService(context, params.serviceKey),
  notices: ({ query }, context) => listNotices(context, query),
  async object({ params, body }, context) {
    await object(context, params.noticeId, body.text)
    return { done: true }
  },
  progress: ({ query }, context) => showProgress(context, query.code),
  counters: ({ query }, context) => listCounters(context, query),
  slots: ({ query }, context) => listSlots(context, query.counter, query.from),
}
