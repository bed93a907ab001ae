import { type LedgerEntry, type LedgerKind, ledgerRoutes } from '@renshu/contracts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { plainClient, signedInClient } from '../../app/client.ts'
import { nameIn } from '../../i18n/name-in.ts'
import { number, yuan } from '../../ui/format.ts'

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
export function useKind(): (kind: string) => { name: string; definition: string; unit: string; isMoney: boolean } {
  const { t } = useTranslation('ledger')
  const { data } = useKinds()
  const known = new Map<string, LedgerKind>(data?.items.map((each) => [each.kind, each]))
  return (kind) => {
    const found = known.get(kind)
    if (!found) return { name: kind, definition: '', unit: '', isMoney: false }
    const { name, definition, counts } = found
    return {
      name: nameIn(name),
      definition: nameIn(definition),
      unit: t(`unit.${counts}`),
      isMoney: counts === 'fen',
    }
  }
}

/** How much is counted, with its unit; money, which the ledger keeps in fen, in yuan. */
export function useQuantity(): (kind: string, value: number) => string {
  const kindOf = useKind()
  return (kind, value) => {
    const { unit, isMoney } = kindOf(kind)
    return isMoney ? yuan(value) : `${number(value)} ${unit}`
  }
}

/** The value of an entry in what its kind counts. */
export const valueOf = ({ count, amountFen }: Pick<LedgerEntry, 'count' | 'amountFen'>, isMoney: boolean): number =>
  isMoney ? (amountFen ?? 0) : count

export interface LedgerFilter {
  kind?: string
  from?: string
  until?: string
  district?: string
  organisationId?: string
}
