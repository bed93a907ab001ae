import { ledgerRoutes } from '@renshu/contracts'
import { moduleOf } from '../../platform/http/index.ts'
import { reverse } from './actions/record.ts'
import { entryShown, exportEntries, showChain, showEntries, showEntry, showTotals } from './actions/show.ts'
import { listKinds } from './kinds.ts'

export const ledger = moduleOf('ledger', ledgerRoutes, {
  kinds: async () => ({ items: listKinds() }),
  entries: showEntries,
  exportEntries,
  entry: showEntry,
  totals: showTotals,
  chain: showChain,
  reverseEntry: async ({ params, body }, context) => entryShown(await reverse(context, params.entryId, body.reason)),
})
