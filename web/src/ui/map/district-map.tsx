import type { MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { number } from '../format.ts'
import { type Bubble, HEIGHT, layOut, REACH, WIDTH } from './layout.ts'

export interface DistrictCount {
  code: string
  name: string
  point: { lat: number; lon: number } | null
  count: number
}

interface DistrictMapProps {
  /** What is counted, e.g. 机构数. */
  title: string
  unit: string
  districts: readonly DistrictCount[]
  chosen: string | null
  /** Choosing the chosen district again gives null: the whole city. */
  onChoose: (code: string | null) => void
}

/** On the map the proper name is enough; a longer one would push its neighbours out of place. */
const labelOf = (name: string) => name.replace(/ (?:District|City|County)$/, '')

const halfLabel = (name: string) =>
  Array.from(name).reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e80 ? 8 : 4.4), 6)

/** A schematic map: bubbles at the seats of the districts. Boundaries are not drawn: no reviewed source is at hand. */
export function DistrictMap({ title, unit, districts, chosen, onChoose }: DistrictMapProps) {
  const { t } = useTranslation('ui')
  const placed = districts.flatMap((district) =>
    district.point
      ? [
          {
            district,
            place: { ...district.point, count: district.count, halfLabel: halfLabel(labelOf(district.name)) },
          },
        ]
      : [],
  )
  const bubbles = layOut(placed.map(({ place }) => place))
  return (
    <figure>
      <svg className="map" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="group" aria-label={t('map.title', { title })}>
        {placed.map(({ district }, index) => (
          <District
            key={district.code}
            district={district}
            bubble={bubbles[index]!}
            unit={unit}
            chosen={district.code === chosen}
            onChoose={() => onChoose(district.code === chosen ? null : district.code)}
          />
        ))}
      </svg>
      <figcaption className="small quiet">{t('map.note')}</figcaption>
    </figure>
  )
}

interface DistrictProps {
  district: DistrictCount
  bubble: Bubble
  unit: string
  chosen: boolean
  onChoose: () => void
}

function District({
  district: { code, name, count },
  bubble: { x, y, radius },
  unit,
  chosen,
  onChoose,
}: DistrictProps) {
  const choose = (event: MouseEvent) => {
    event.preventDefault()
    onChoose()
  }
  return (
    <a
      href={`?district=${code}`}
      className={chosen ? 'chosen' : undefined}
      aria-label={`${name} ${number(count)} ${unit}`}
      aria-current={chosen ? 'true' : undefined}
      onClick={choose}
    >
      <circle className="reach" cx={x} cy={y} r={REACH} />
      <circle className="bubble" cx={x} cy={y} r={radius} />
      <text x={x} y={y - 3} aria-hidden="true">
        {labelOf(name)}
      </text>{' '}
      <text className="count" x={x} y={y + 16} aria-hidden="true">
        {number(count)}
      </text>
    </a>
  )
}
