import { type LedgerKind, ledgerRoutes } from '@renshu/contracts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { plainClient, signedInClient } from '../../app/client.ts'
import { nameIn } from '../../i18n/name-in.ts'

export const ledger = signedInClient(ledgerRoutes)
const open = plainClient(ledgerRoutes)

export const useEntry = (entryId: string) =>
  useQuery({
    queryKey: ['ledger', 'entry', entryId],
    queryFn: () => ledger.entry({ params: { entryId } }),
  })

/** What the ledger counts, with definitions; it changes with the program only. */
export const useKinds = () =>
  useQuery({ queryKey: ['ledger', 'kinds'], queryFn: () => open.kinds(), staleTime: Infinity })

/** Kind, name and definition by the name of the kind. */
export function useKind(): (kind: string) => { name: string; definition: string; unit: string } {
  const { t } = useTranslation('ledger')
  const { data } = useKinds()
  const known = new Map<string, LedgerKind>(data?.items.map((each) => [each.kind, each]))
  return (kind) => {
    const found = known.get(kind)
    if (!found) return { name: kind, definition: '', unit: '' }
    return { name: nameIn(found.name), definition: nameIn(found.definition), unit: t(`unit.${found.counts}`) }
  }
}

export interface LedgerFilter {
  kind?: string
  from?: string
  until?: string
  district?: string
  organisationId?: string
}
