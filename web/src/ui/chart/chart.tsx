import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTheme } from '../../app/preferences.ts'
import { Button } from '../button.tsx'
import { number } from '../format.ts'
import { Popover } from '../dialog/popover.tsx'
import type { Column } from '../table/columns.ts'
import { DataTable } from '../table/data-table.tsx'
import { ExportButton } from '../table/export-button.tsx'
import type { Drawing } from './draw.ts'

interface ChartProps extends Drawing {
  title: string
  /** What is counted and what is not. */
  definition: ReactNode
  /** Where the figures come from. */
  source: string
  /** Name of what stands along the axis, e.g. 月份. */
  axis: string
}

type Point = Record<string, string | number | null>

const columnsOf = ({ axis, series, unit }: ChartProps): Column<Point>[] => [
  { key: 'category', title: axis, cell: ({ category }) => category, plain: ({ category }) => category ?? null },
  ...series.map(({ name }, index) => ({
    key: name,
    title: `${name} (${unit})`,
    align: 'end' as const,
    cell: (point: Point) => (typeof point[index] === 'number' ? number(point[index]) : '-'),
    plain: (point: Point) => point[index] ?? null,
  })),
]

/** A chart with its unit, definition and source, the same figures as a table, and both as a file. */
export function Chart(props: ChartProps) {
  const { title, definition, source, categories, series } = props
  const { t } = useTranslation('ui')
  const [asTable, setAsTable] = useState(false)
  const columns = columnsOf(props)
  const rows = categories.map((category, at) => ({
    category,
    ...Object.fromEntries(series.map(({ values }, index) => [index, values[at] ?? null])),
  }))
  return (
    <figure className="card">
      <div className="row">
        <h2>{title}</h2>
        <Popover label={t('figure.definitionOf', { label: title })} face="?">
          {definition}
        </Popover>
        <Button kind="bare" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {t(asTable ? 'chart.asChart' : 'chart.asTable')}
        </Button>
        <ExportButton name={title} columns={columns} rows={rows} />
      </div>
      {asTable ? (
        <DataTable caption={title} columns={columns} rows={rows} rowKey={({ category }) => String(category)} />
      ) : (
        <Canvas {...props} />
      )}
      <figcaption className="small quiet">{t('chart.source', { source })}</figcaption>
    </figure>
  )
}

/** Runs once the element comes into view. */
function whenSeen(element: HTMLElement, run: () => void): () => void {
  const watch = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return
    watch.disconnect()
    run()
  })
  watch.observe(element)
  return () => watch.disconnect()
}

/** The library of charts comes only when one is drawn, and one is drawn only where somebody sees it. */
function Canvas({ title, categories, series, unit }: ChartProps) {
  const element = useRef<HTMLDivElement>(null)
  const theme = useTheme()
  useEffect(() => {
    let ended = false
    let end = () => {}
    const load = async () => {
      const { draw } = await import('./draw.ts')
      if (!ended && element.current) end = draw(element.current, { categories, series, unit })
    }
    const unwatch = whenSeen(element.current!, () => void load())
    return () => {
      ended = true
      unwatch()
      end()
    }
  }, [categories, series, unit, theme])
  return <div ref={element} className="chart" role="img" aria-label={title} />
}
