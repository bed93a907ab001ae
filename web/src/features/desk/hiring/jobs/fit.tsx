import type { Fitness } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { tellingReasons } from '../../../work/telling.ts'
import { Fold } from '../../../../ui/fold.tsx'

const FULL = 10_000
export const percent = (points: number): string => `${Math.round((points / FULL) * 100)}%`

/** Why somebody fits, part by part, and what is missing. */
export function FitReasons({ of: fit }: { of: Fitness }) {
  const { t } = useTranslation('hiring')
  const { reasons, missing } = fit
  return (
    <>
      {missing.length > 0 && (
        <ul className="plain">
          {missing.map(({ constraint, text }) => (
            <li key={constraint}>
              <strong>{t('fit.missing')}</strong> {text}
            </li>
          ))}
        </ul>
      )}
      <ul className="plain small">
        {tellingReasons(fit)
          .good.slice(0, 4)
          .map(({ factor, text }) => (
            <li key={factor}>{text}</li>
          ))}
      </ul>
      <Fold title={t('fit.all')}>
        <ul className="plain small">
          {reasons.map(({ factor, text, points, of }) => (
            <li key={factor}>
              {text} <span className="quiet number">{t('fit.part', { points: percent(points), of: percent(of) })}</span>
            </li>
          ))}
        </ul>
      </Fold>
    </>
  )
}
