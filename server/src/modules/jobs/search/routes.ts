import type { jobsRoutes } from '@renshu/contracts'
import type { Handlers } from '../../../platform/http/index.ts'
import { showMarket } from './market.ts'
import { dropSearch, listSearches, markSeen, saveSearch } from './saved.ts'
import { searchJobs, suggestWords } from './search.ts'
import { listUnmet, listUnmetFilters } from './asked/unmet.ts'

const done = { done: true } as const
type SearchRoutes = Pick<
  typeof jobsRoutes,
  'search' | 'suggest' | 'market' | 'searches' | 'saveSearch' | 'seeSearch' | 'dropSearch' | 'unmet' | 'unmetFilters'
>

export const searchHandlers: Handlers<SearchRoutes> = {
  search: async ({ query }, context) => searchJobs(context, query),
  suggest: async ({ query }, context) => suggestWords(context, query.q),
  market: async ({ query }, context) => showMarket(context, query),
  searches: async (_, context) => ({ items: await listSearches(context) }),
  saveSearch: ({ body }, context) => saveSearch(context, body),
  async seeSearch({ params }, context) {
    await markSeen(context, params.searchId)
    return done
  },
  async dropSearch({ params }, context) {
    await dropSearch(context, params.searchId)
    return done
  },
  unmet: ({ query }, context) => listUnmet(context, query),
  unmetFilters: ({ query }, context) => listUnmetFilters(context, query),
}
