import type { ServiceDrawing as Drawing } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../i18n/name-in.ts'
import { BOX, placeLine, placesOf, sizeOf } from './places.ts'
import { StepList } from './step-list.tsx'

interface ServiceDrawingProps {
  of: Drawing
  /** The stage a case is in. */
  current?: string
}

/** The steps of a service, drawn from its definition; the same in words below, which is what phones and ears get. */
export function ServiceDrawing({ of: drawing, current }: ServiceDrawingProps) {
  const { t } = useTranslation('services')
  const { width, height } = sizeOf(drawing)
  return (
    <figure className="stack">
      <div className="drawing-frame" tabIndex={0} role="region" aria-label={t('drawing.title')}>
        <svg
          className="drawing"
          viewBox={`0 0 ${width} ${height}`}
          style={{ minWidth: width * 0.8 }}
          aria-hidden="true"
        >
          <defs>
            <marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
              <path d="M0 0 L8 4 L0 8 z" className="arrow" />
            </marker>
          </defs>
          <Lines of={drawing} />
          <Boxes of={drawing} current={current} />
        </svg>
      </div>
      <figcaption className="small quiet drawing-legend">{t('drawing.legend')}</figcaption>
      <StepList of={drawing} current={current} />
    </figure>
  )
}

function Lines({ of: drawing }: { of: Drawing }) {
  const places = placesOf(drawing)
  const nodes = new Map(drawing.nodes.map((node) => [node.id, node]))
  // Words stand only where nothing else runs: between neighbours of one row.
  const isFree = ({ from, to, lane }: Drawing['lines'][number]) => {
    const [start, end] = [nodes.get(from), nodes.get(to)]
    return lane === 0 && start?.row === end?.row && (end?.column ?? 0) - (start?.column ?? 0) === 1
  }
  return drawing.lines.map((line, index) => {
    const placed = placeLine(line, places)
    if (!placed) return null
    return (
      <g key={`${line.from} ${line.id}`} className={`line ${line.way} ${line.isAutomatic ? 'automatic' : ''}`}>
        <path d={placed.path} markerEnd="url(#arrow)" />
        <circle cx={placed.at.x} cy={placed.at.y} r="9" />
        <text x={placed.at.x} y={placed.at.y + 4} className="who">
          {index + 1}
        </text>
        {isFree(line) && (
          <text x={placed.at.x} y={placed.at.y - 15}>
            {nameIn(line.label)}
          </text>
        )}
      </g>
    )
  })
}

function Boxes({ of: drawing, current }: { of: Drawing; current: string | undefined }) {
  const { t } = useTranslation('services')
  const places = placesOf(drawing)
  return drawing.nodes.map(({ id, label, end, clock }) => {
    const { x, y } = places.get(id)!
    return (
      <g key={id} className={`stage ${end ?? ''} ${id === current ? 'current' : ''}`}>
        <rect x={x} y={y} width={BOX.width} height={BOX.height} rx="8" />
        <text x={x + BOX.width / 2} y={y + (clock ? 23 : 31)}>
          {nameIn(label)}
        </text>
        {clock && (
          <text x={x + BOX.width / 2} y={y + 41} className="who">
            {t(`unit.${clock.unit}`, { count: clock.length })}
          </text>
        )}
      </g>
    )
  })
}
