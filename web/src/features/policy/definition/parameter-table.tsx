import type { PolicyPage } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../i18n/name-in.ts'
import { day } from '../../../ui/format.ts'
import { Status } from '../../../ui/status.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { ExportButton } from '../../../ui/table/export-button.tsx'
import { Shown, Zh } from '../values/amount.tsx'
import { usePolicyShown } from './meaning.tsx'
import { Sourced } from './sourced.tsx'

type Value = PolicyPage['parameters'][number]['values'][number] & { name: string }

/** The dated values of a policy, each with where it is stated. */
export function ParameterTable({ rows }: { rows: readonly Value[] }) {
  const { t } = useTranslation('policy')
  const { key } = usePolicyShown()
  const columns = useColumns()
  return (
    <div className="stack">
      <DataTable
        caption={t('parameter.all')}
        columns={columns}
        rows={rows}
        rowKey={({ name, from }) => `${name} ${from}`}
      />
      <div>
        <ExportButton name={`${key}-${t('parameter.all')}`} columns={columns} rows={rows} />
      </div>
    </div>
  )
}

const TONE = { inForce: 'good', coming: 'warn', ended: 'quiet' } as const

function useColumns(): Column<Value>[] {
  const { t } = useTranslation('policy')
  const { documents } = usePolicyShown()
  return [
    { key: 'name', title: t('parameter.name'), plain: ({ name }) => name, cell: ({ name }) => <Zh>{name}</Zh> },
    {
      key: 'value',
      title: t('parameter.value'),
      plain: ({ shown }) => shown,
      cell: ({ shown, note }) => (
        <>
          <Shown of={shown} />
          {note && <span className="small quiet"> {nameIn(note)}</span>}
        </>
      ),
    },
    { key: 'from', short: true, title: t('parameter.from'), plain: ({ from }) => from, cell: ({ from }) => day(from) },
    {
      key: 'to',
      short: true,
      title: t('parameter.to'),
      plain: ({ to }) => to,
      cell: ({ to }) => (to ? day(to) : t('parameter.open')),
    },
    {
      key: 'state',
      short: true,
      title: t('library.state'),
      cell: ({ state }) => <Status tone={TONE[state]}>{t(`state.${state}`)}</Status>,
    },
    {
      key: 'source',
      title: t('parameter.source'),
      plain: ({ source, clause, example }) =>
        example ? t('example') : [documents.find(({ id }) => id === source)?.title, clause].filter(Boolean).join(' '),
      cell: ({ source, clause, example }) => (
        <Sourced source={source} clause={clause} example={example} documents={documents} />
      ),
    },
  ]
}
