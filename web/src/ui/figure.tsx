import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { number } from './format.ts'
import { Popover } from './dialog/popover.tsx'

interface FigureProps {
  label: string
  /** Null while nobody knows it: shown as a dash, never as zero. */
  value: number | null
  unit: string
  /** What is counted, from where, as of when. */
  definition: ReactNode
  /** Where one goes on from the number. */
  link?: ReactNode
}

/** A number never stands alone: it has a name, a unit and a definition. */
export function Figure({ label, value, unit, definition, link }: FigureProps) {
  const { t } = useTranslation('ui')
  return (
    <div className="figure card">
      <div className="row">
        <span className="quiet">{label}</span>
        <Popover label={t('figure.definitionOf', { label })} face="?">
          {definition}
        </Popover>
      </div>
      <div className="value">
        {value === null ? '-' : number(value)}
        {value !== null && <span className="unit">{unit}</span>}
      </div>
      {link}
    </div>
  )
}
