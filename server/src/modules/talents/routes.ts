import { talentsRoutes } from '@renshu/contracts'
import { type Handlers, moduleOf } from '../../platform/http/index.ts'
import * as own from './actions/own.ts'

const done = { done: true } as const

const { mine, save, confirm, show, remove } = talentsRoutes
const routes = { mine, save, confirm, show, remove }

const handlers: Handlers<typeof routes> = {
  mine: (_, context) => own.showOwn(context),
  save: ({ body }, context) => own.saveOwn(context, body),
  confirm: ({ body }, context) => own.confirmOwn(context, body.version),
  show: ({ body }, context) => own.showTo(context, body),
  async remove(_, context) {
    await own.removeOwn(context)
    return done
  },
}

export const talents = moduleOf('talents', routes, handlers)
