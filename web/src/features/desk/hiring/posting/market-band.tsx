import type { JobRecord } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { Band } from '../../../../ui/chart/band.tsx'
import { monthlyPay, number } from '../../../../ui/format.ts'

type Market = NonNullable<JobRecord['market']>
type Pay = JobRecord['salary']

/** How a pay lies in the market, once it can be said. */
function standing(pay: Pay, { p10, p90 }: Market): 'below' | 'within' | 'above' | null {
  const highest = pay?.max ?? pay?.min
  if (highest === undefined) return null
  if (highest < p10) return 'below'
  return (pay?.min ?? highest) > p90 ? 'above' : 'within'
}

/** The pay of like postings beside one's own, in words and on a line. */
export function MarketBand({ market, pay }: { market: Market | null; pay: Pay }) {
  const { t } = useTranslation('hiring')
  if (!market) return <p className="small quiet">{t('market.none')}</p>
  const { p10, p50, p90, of } = market
  const words = t('market.band', {
    span: monthlyPay({ min: p10, max: p90 }),
    middle: monthlyPay({ min: p50, max: p50 }),
    count: number(of),
  })
  const where = standing(pay, market)
  return (
    <div>
      <Band
        label={words}
        low={p10}
        middle={p50}
        high={p90}
        own={where && pay ? { from: pay.min ?? null, to: pay.max ?? null } : null}
      />
      <p className="small">{words}</p>
      {where && <p className={where === 'below' ? 'small' : 'small quiet'}>{t(`market.${where}`)}</p>}
    </div>
  )
}
