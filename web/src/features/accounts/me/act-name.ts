import { accountsRoutes, ledgerRoutes, registryRoutes, type RouteTable } from '@renshu/contracts'
import { languageNow } from '../../../i18n/index.ts'

const TABLES: Record<string, RouteTable> = { accounts: accountsRoutes, registry: registryRoutes, ledger: ledgerRoutes }

/** What a recorded write did, in the words of its contract; null for a route this page does not know. */
export function actName(route: string): string | null {
  const [module = '', name = ''] = route.split('.')
  const summary = TABLES[module]?.[name]?.summary
  return summary?.[languageNow() === 'zh' ? 0 : 1] ?? null
}
