import { useTranslation } from 'react-i18next'
import { Band } from '../../../ui/chart/band.tsx'
import { number } from '../../../ui/format.ts'
import { Popover } from '../../../ui/dialog/popover.tsx'
import type { JobPage as OnePosting } from '@renshu/contracts'

/** Below this many like postings their spread says little about one of them. */
const ENOUGH = 10

const yuan = (fen: number): string => number(Math.round(fen / 100))

/** Where the pay stands among like postings of the city, in words and as a band. */
export function MarketPay({ job: { market, salary } }: { job: OnePosting }) {
  const { t } = useTranslation(['jobs', 'ui'])
  if (!market) return null
  const slots = { low: yuan(market.p10), middle: yuan(market.p50), high: yuan(market.p90), of: number(market.of) }
  const own = salary && { from: salary.min ?? null, to: salary.max ?? null }
  const words = t('market.band', slots)
  return (
    <div className="small">
      <Band label={words} low={market.p10} middle={market.p50} high={market.p90} own={own} />
      <p className="row">
        <span>
          {words}
          {salary && market.of >= ENOUGH && t(`market.${standOf(salary, market)}`)}
        </span>
        <Popover label={t('ui:figure.definitionOf', { label: t('market.title') })} face="?">
          {t('market.definition', slots)}
        </Popover>
      </p>
    </div>
  )
}

/** The middle of the stated pay against the middle four fifths of the market. */
function standOf(salary: NonNullable<OnePosting['salary']>, market: NonNullable<OnePosting['market']>) {
  const { min, max } = salary
  const middle = ((min ?? max ?? 0) + (max ?? min ?? 0)) / 2
  if (middle < market.p10) return 'low'
  if (middle > market.p90) return 'high'
  return middle < market.p50 ? 'belowMiddle' : 'aboveMiddle'
}
