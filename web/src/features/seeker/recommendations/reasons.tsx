import type { Fitness } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { Fold } from '../../../ui/fold.tsx'
import { number } from '../../../ui/format.ts'
import { tellingReasons } from '../../work/telling.ts'

const FEW = 3

/** Why a posting fits, the weightiest first, and what is missing; with `all` what speaks against it and every part. */
export function Reasons({ of: fit, all }: { of: Fitness; all?: boolean }) {
  const { t } = useTranslation('seeker')
  const { points, missing } = fit
  const { good, weak } = tellingReasons(fit)
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
        {(all ? good : good.slice(0, FEW)).map(({ factor, text }) => (
          <li key={factor}>{text}</li>
        ))}
        {all &&
          weak.map(({ factor, text }) => (
            <li key={factor} className="weak">
              {text}
            </li>
          ))}
      </ul>
      {all && <Parts of={fit} />}
    </div>
  )
}

/** Every part of the sum with its points, fillers among them. */
function Parts({ of: { reasons } }: { of: Fitness }) {
  const { t } = useTranslation('seeker')
  return (
    <Fold title={t('fit.every')}>
      <ul className="plain small parts">
        {reasons.map(({ factor, text, points, of }) => (
          <li key={factor}>
            {text} <span className="quiet number">{t('fit.part', partOf(points, of))}</span>
          </li>
        ))}
      </ul>
    </Fold>
  )
}

const partOf = (points: number, of: number) => ({
  points: number(Math.round(points / 100)),
  of: number(Math.round(of / 100)),
})
