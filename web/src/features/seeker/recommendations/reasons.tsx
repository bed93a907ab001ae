import type { Fitness } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { number } from '../../../ui/format.ts'

const FEW = 3

/** Why a posting fits, the weightiest first, and what is missing where it nearly does. */
export function Reasons({ of: { points, reasons, missing }, all }: { of: Fitness; all?: boolean }) {
  const { t } = useTranslation('seeker')
  const told = reasons.filter(({ points }) => points > 0).sort((one, other) => other.points - one.points)
  const against = all ? reasons.filter(({ points }) => points === 0) : []
  return (
    <div className="reasons">
      <p className="small">
        {t('fit.points', { points: number(Math.round(points / 100)) })}
        {t('fit.of')}
      </p>
      {missing.length > 0 && (
        <ul className="plain">
          {missing.map(({ constraint, text }) => (
            <li key={`${constraint} ${text}`} className="missing">
              {t('fit.missing', { text })}
            </li>
          ))}
        </ul>
      )}
      <ul className="plain">
        {[...(all ? told : told.slice(0, FEW)), ...against].map(({ factor, text, points: own, of }) => (
          <li key={factor}>
            {text}
            {all && <span className="small quiet number"> {t('fit.part', partOf(own, of))}</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}

const partOf = (points: number, of: number) => ({
  points: number(Math.round(points / 100)),
  of: number(Math.round(of / 100)),
})
