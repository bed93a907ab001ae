import type { Budget, Tally } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { useDistrictName } from '../../../../app/city.ts'
import { nameIn } from '../../../../i18n/name-in.ts'
import { Chart } from '../../../../ui/chart/chart.tsx'
import { Figure } from '../../../../ui/figure.tsx'
import { TallyTable } from './tally-table.tsx'

type Result = NonNullable<Budget['result']>
export interface Part {
  name: string
  before: Tally
  after: Tally
}

/** Whole months, or yuan: what stands on the axis of the charts. */
const scaled = (unit: Budget['unit'], { sum }: Tally): number => (unit === 'fen' ? sum / 100 : sum)

/** What a simulation found: the whole, by district and by size, before and after. */
export function BudgetResult({ budget, result }: { budget: Budget; result: Result }) {
  const { t } = useTranslation(['policy', 'entitlements'])
  const districtName = useDistrictName()
  const { before, after, districts, sizes } = result
  const whole: Part = { name: t('entitlements:budget.whole'), before, after }
  const byDistrict = districts.map(({ district, ...of }) => ({
    name: district ? districtName(district) : t('entitlements:budget.noDistrict'),
    ...of,
  }))
  const bySize = sizes.map(({ size, ...of }) => ({ name: t(`entitlements:size.${size}`), ...of }))
  return (
    <>
      <Counts of={result} />
      <TallyTable name={t('entitlements:budget.whole')} parts={[whole]} unit={budget.unit} />
      <Drawn
        budget={budget}
        title={t('entitlements:budget.byDistrict')}
        axis={t('entitlements:bureau.district')}
        parts={byDistrict}
      />
      <TallyTable name={t('entitlements:budget.byDistrict')} parts={byDistrict} unit={budget.unit} />
      {bySize.length > 0 && (
        <>
          <Drawn
            budget={budget}
            title={t('entitlements:budget.bySize')}
            axis={t('entitlements:budget.size')}
            parts={bySize}
          />
          <TallyTable name={t('entitlements:budget.bySize')} parts={bySize} unit={budget.unit} />
        </>
      )}
    </>
  )
}

/** How many were looked at, and for how many something would change. */
function Counts({ of: { subjects, gained, lost, changed } }: { of: Result }) {
  const { t } = useTranslation('entitlements')
  return (
    <div className="tiles">
      {(
        [
          ['subjects', subjects],
          ['gained', gained],
          ['lost', lost],
          ['changedAmount', changed],
        ] as const
      ).map(([name, value]) => (
        <Figure
          key={name}
          label={t(`budget.${name}`)}
          value={value}
          unit={t('budget.count')}
          definition={t(`budget.${name}Text`)}
        />
      ))}
    </div>
  )
}

interface DrawnProps {
  budget: Budget
  title: string
  axis: string
  parts: readonly Part[]
}

/** The sums of the parts, before and after where values were changed. */
function Drawn({ budget: { unit, values, title: policy }, title, axis, parts }: DrawnProps) {
  const { t } = useTranslation(['policy', 'entitlements'])
  const series = [
    { name: t('entitlements:budget.before'), values: parts.map(({ before }) => scaled(unit, before)) },
    { name: t('entitlements:budget.after'), values: parts.map(({ after }) => scaled(unit, after)) },
  ]
  return (
    <Chart
      title={title}
      definition={t('entitlements:budget.chartText')}
      source={t('entitlements:budget.source', { name: nameIn(policy) })}
      axis={axis}
      unit={t(unit === 'fen' ? 'entitlements:unit.money' : 'entitlements:unit.months')}
      categories={parts.map(({ name }) => name)}
      series={values.length ? series : series.slice(0, 1)}
    />
  )
}
