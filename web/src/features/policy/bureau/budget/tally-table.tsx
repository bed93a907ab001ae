import type { Budget, Tally } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { number } from '../../../../ui/format.ts'
import type { Column } from '../../../../ui/table/columns.ts'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import { ExportButton } from '../../../../ui/table/export-button.tsx'
import { useAmountText, Zh } from '../../values/amount.tsx'
import type { Part } from './budget-result.tsx'

interface TallyTableProps {
  name: string
  parts: readonly Part[]
  unit: Budget['unit']
}

/** Counts and sums of the parts, before beside after, for reading and as a file. */
export function TallyTable({ name, parts, unit }: TallyTableProps) {
  const columns = useColumns(unit)
  return (
    <DataTable
      caption={name}
      columns={columns}
      rows={parts}
      rowKey={(part) => part.name}
      foot={<ExportButton name={name} columns={columns} rows={parts} />}
    />
  )
}

function useColumns(unit: Budget['unit']): Column<Part>[] {
  const { t } = useTranslation(['policy', 'entitlements'])
  const amountText = useAmountText()
  const count = (when: 'before' | 'after', key: Exclude<keyof Tally, 'sum'>): Column<Part> => ({
    key: `${when} ${key}`,
    title: `${t(`outcome.${key}`)} (${t(`entitlements:budget.${when}`)})`,
    align: 'end',
    plain: (part) => part[when][key],
    cell: (part) => number(part[when][key]),
  })
  const sum = (when: 'before' | 'after'): Column<Part> => ({
    key: `${when} sum`,
    title: `${t('entitlements:budget.sum')} (${t(`entitlements:budget.${when}`)}, ${t(unit === 'fen' ? 'entitlements:unit.money' : 'entitlements:unit.months')})`,
    align: 'end',
    plain: (part) => (unit === 'fen' ? part[when].sum / 100 : part[when].sum),
    cell: (part) => amountText({ unit, value: part[when].sum }),
  })
  const of = (when: 'before' | 'after') => [
    count(when, 'granted'),
    count(when, 'refused'),
    count(when, 'unknown'),
    sum(when),
  ]
  return [
    {
      key: 'name',
      title: t('entitlements:budget.part'),
      plain: ({ name }) => name,
      cell: ({ name }) => <Zh>{name}</Zh>,
    },
    ...of('before'),
    ...of('after'),
  ]
}
