import { talentsRoutes } from '@renshu/contracts'
import { type Handlers, moduleOf } from '../../platform/http/index.ts'
import { readCv } from './actions/cv.ts'
import * as own from './actions/own.ts'
import * as search from './actions/search.ts'

const done = { done: true } as const

const { mine, save, confirm, show, remove, readCv: cv, looks, talents, talent } = talentsRoutes
const routes = { mine, save, confirm, show, remove, readCv: cv, looks, talents, talent }

const handlersOf = (openProcesses: search.OpenProcesses): Handlers<typeof routes> => ({
  mine: (_, context) => own.showOwn(context),
  save: ({ body }, context) => own.saveOwn(context, body),
  confirm: ({ body }, context) => own.confirmOwn(context, body.version),
  show: ({ body }, context) => own.showTo(context, body),
  async remove(_, context) {
    await own.removeOwn(context)
    return done
  },
  readCv,
  looks: ({ query }, context) => search.listLooks(context, query),

  talents: ({ params, query }, context) => search.listTalents(context, params.organisationId, query),
  talent: ({ params }, context) => search.lookAtTalent(context, params, openProcesses),
})

/** The module, with what hiring above it tells of open processes. */
export const talentsOf = (openProcesses: search.OpenProcesses) => moduleOf('talents', routes, handlersOf(openProcesses))
