import { cityRoutes } from '@renshu/contracts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { plainClient } from '../../app/client.ts'
import { now } from '../../app/clock.ts'
import { nameIn } from '../../i18n/name-in.ts'
import { Answer } from '../../ui/state/answer.tsx'
import { Empty } from '../../ui/state/empty.tsx'
import { DayFilter, Toolbar } from '../../ui/filter/filter.tsx'
import { day, dayOf, number, yuan } from '../../ui/format.ts'
import { Page } from '../../ui/page.tsx'
import { Status } from '../../ui/status.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/data-table.tsx'
import { ExportButton } from '../../ui/table/export-button.tsx'

const client = plainClient(cityRoutes)
type Parameter = Awaited<ReturnType<typeof client.parameters>>['items'][number]

/** The dated parameters in force on a day, each with its source or marked as an example. */
export function ParametersPage() {
  const { t } = useTranslation('city')
  const [on, setOn] = useState(() => dayOf(now()))
  const query = useQuery({
    queryKey: ['city', 'parameters', on],
    queryFn: () => client.parameters({ query: on ? { on } : {} }),
  })
  const columns = useColumns()
  return (
    <Page title={t('rooms.parameters')} lead={t('parameters.lead')}>
      <Toolbar actions={<ExportButton name={t('rooms.parameters')} columns={columns} rows={query.data?.items ?? []} />}>
        <DayFilter label={t('parameters.on')} value={on} onChange={setOn} />
      </Toolbar>
      <Answer of={query}>
        {({ items }) =>
          items.length ? (
            <DataTable caption={t('rooms.parameters')} columns={columns} rows={items} rowKey={({ id }) => id} />
          ) : (
            <Empty title={t('parameters.none')} />
          )
        }
      </Answer>
    </Page>
  )
}

function useColumns(): Column<Parameter>[] {
  const { t } = useTranslation('city')
  const valueOf = ({ unit, value }: Parameter) => {
    if (unit === 'fen') return yuan(value)
    return unit === 'basisPoints' ? `${number(value / 100)}%` : `${number(value)} ${t(`unit.${unit}`)}`
  }
  const periodOf = ({ from, until }: Parameter) =>
    t('parameters.fromTo', { from: day(from), until: until ? day(until) : t('parameters.noEnd') })
  return [
    { key: 'name', title: t('parameters.name'), plain: ({ name }) => nameIn(name), cell: ({ name }) => nameIn(name) },
    { key: 'value', title: t('parameters.value'), align: 'end', plain: valueOf, cell: valueOf },
    { key: 'period', title: t('parameters.period'), plain: periodOf, cell: periodOf },
    {
      key: 'source',
      title: t('parameters.source'),
      plain: ({ source }) => (source ? `${source.title} ${source.clause ?? ''}` : t('parameters.example')),
      cell: ({ source }) =>
        source ? (
          <>
            {source.title} {source.clause}
          </>
        ) : (
          <Status tone="warn">{t('parameters.example')}</Status>
        ),
    },
  ]
}
