import { talentsRoutes } from '@renshu/contracts'
import { keepFile } from '../../platform/files/index.ts'
import { type Handlers, moduleOf } from '../../platform/http/index.ts'
import { rejectsFile, showImport } from '../../platform/imports/index.ts'
import * as claims from './actions/claims.ts'
import { readCv } from './actions/cv.ts'
import { claimGroup, endGroup } from './actions/groups.ts'
import * as held from './actions/held.ts'
import { importTalents } from './actions/imports.ts'
import { withListing } from './actions/listing.ts'
import * as own from './actions/own.ts'
import * as pairs from './actions/pairs.ts'
import * as search from './actions/search.ts'
import { TALENTS_TABLE } from './imports/table.ts'

const done = { done: true } as const

const handlersOf = (openProcesses: search.OpenProcesses): Handlers<typeof talentsRoutes> => ({
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

  claimGroup: ({ body }, context) => claimGroup(context, body),
  uploadProof: ({ query, bytes }, context) => keepFile(context, { name: query.name, bytes }),
  async endGroup({ params }, context) {
    await endGroup(context, params.group)
    return done
  },

  talents: withListing(
    ({ params, query }, context) => search.listTalents(context, params.organisationId, query),
    ({ items }) => items.map(({ id }) => id),
  ),
  talent: ({ params }, context) => search.lookAtTalent(context, params, openProcesses),
  held: ({ params, query }, context) => held.listHeld(context, params.organisationId, query),
  importTalents,
  talentImport: ({ params }, context) => showImport(context, TALENTS_TABLE, params),
  talentRejects: ({ params }, context) => rejectsFile(context, TALENTS_TABLE, params),
  async confirmHeld({ params, body }, context) {
    await held.confirmHeld(context, params, body.version)
    return done
  },
  async dropHeld({ params }, context) {
    await held.dropHeld(context, params)
    return done
  },

  claims: ({ query }, context) => claims.listClaims(context, query),
  claimDocument: ({ params }, context) => claims.claimDocument(context, params),
  decideClaim: ({ params, body }, context) => claims.decideClaim(context, params.claimId, body),
  pairs: ({ query }, context) => pairs.listPairs(context, query),
  async decidePair({ params, body }, context) {
    await pairs.decidePair(context, params.pairId, body)
    return done
  },
})

/** The module, with what hiring above it tells of open processes. */
export const talentsOf = (openProcesses: search.OpenProcesses) =>
  moduleOf('talents', talentsRoutes, handlersOf(openProcesses))
