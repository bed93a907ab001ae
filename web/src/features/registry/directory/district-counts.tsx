import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDistrictName } from '../../../app/city.ts'
import { Answer } from '../../../ui/state/answer.tsx'
import { Button } from '../../../ui/button.tsx'
import { number } from '../../../ui/format.ts'
import { type DistrictCount, DistrictMap } from '../../../ui/map/district-map.tsx'
import { Popover } from '../../../ui/dialog/popover.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { ExportButton } from '../../../ui/table/export-button.tsx'
import { type Filter, useDistrictCounts } from './directory.ts'

interface DistrictCountsProps {
  filter: Filter
  onChoose: (district: string | null) => void
}

/** How many organisations each district has: as a map, and the same as a table. */
export function DistrictCounts({ filter, onChoose }: DistrictCountsProps) {
  const { t } = useTranslation(['registry', 'ui'])
  const [asTable, setAsTable] = useState(false)
  const query = useDistrictCounts(filter)
  const districtName = useDistrictName()
  const title = t('directory.countTitle')
  return (
    <section className="card">
      <div className="row">
        <h2>{title}</h2>
        <Popover label={t('ui:figure.definitionOf', { label: title })} face="?" toLeft>
          {t('directory.definition')}
        </Popover>
        <Button kind="bare" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {t(asTable ? 'directory.map' : 'ui:chart.asTable')}
        </Button>
      </div>
      <Answer of={query}>
        {({ items }) => {
          const districts = items.map(({ district, point, total }) => ({
            code: district,
            name: districtName(district),
            point,
            count: total,
          }))
          const chosen = filter.district ?? null
          return asTable ? (
            <CountTable districts={districts} chosen={chosen} onChoose={onChoose} />
          ) : (
            <DistrictMap
              title={title}
              unit={t('directory.unit')}
              districts={districts}
              chosen={chosen}
              onChoose={onChoose}
            />
          )
        }}
      </Answer>
    </section>
  )
}

interface CountTableProps {
  districts: readonly DistrictCount[]
  chosen: string | null
  onChoose: (district: string | null) => void
}

function CountTable({ districts, chosen, onChoose }: CountTableProps) {
  const { t } = useTranslation('registry')
  const whole = districts.reduce((sum, { count }) => sum + count, 0)
  const share = (count: number) => (whole ? `${((100 * count) / whole).toFixed(1)}%` : '-')
  const columns: Column<DistrictCount>[] = [
    {
      key: 'name',
      title: t('directory.district'),
      plain: ({ name }) => name,
      cell: ({ code, name }) => (
        <Button kind="bare" onClick={() => onChoose(code === chosen ? null : code)}>
          {name}
        </Button>
      ),
    },
    {
      key: 'count',
      title: `${t('directory.count')} (${t('directory.unit')})`,
      align: 'end',
      plain: ({ count }) => count,
      cell: ({ count }) => number(count),
    },
    {
      key: 'share',
      title: t('directory.share'),
      align: 'end',
      plain: ({ count }) => share(count),
      cell: ({ count }) => share(count),
    },
  ]
  const title = t('directory.countTitle')
  return (
    <DataTable
      caption={title}
      columns={columns}
      rows={districts}
      rowKey={({ code }) => code}
      chosen={chosen}
      foot={
        <>
          <span className="quiet number">
            {t('directory.total')} {number(whole)} {t('directory.unit')}
          </span>
          <ExportButton name={title} columns={columns} rows={districts} />
        </>
      }
    />
  )
}
