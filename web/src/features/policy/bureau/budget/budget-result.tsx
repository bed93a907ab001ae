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
  const { t } = useTranslation('policy')
  const districtName = useDistrictName()
  const { subjects, gained, lost, changed, before, after, districts, sizes } = result
  const whole: Part = { name: t('budget.whole'), before, after }
  const byDistrict = districts.map(({ district, ...of }) => ({
    name: district ? districtName(district) : t('budget.noDistrict'),
    ...of,
  }))
  const bySize = sizes.map(({ size, ...of }) => ({ name: t(`size.${size}`), ...of }))
  return (
    <>
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
      <TallyTable name={t('budget.whole')} parts={[whole]} unit={budget.unit} />
      <Drawn budget={budget} title={t('budget.byDistrict')} axis={t('bureau.district')} parts={byDistrict} />
      <TallyTable name={t('budget.byDistrict')} parts={byDistrict} unit={budget.unit} />
      {bySize.length > 0 && (
        <>
          <Drawn budget={budget} title={t('budget.bySize')} axis={t('budget.size')} parts={bySize} />
          <TallyTable name={t('budget.bySize')} parts={bySize} unit={budget.unit} />
        </>
      )}
    </>
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
  const { t } = useTranslation('policy')
  const series = [
    { name: t('budget.before'), values: parts.map(({ before }) => scaled(unit, before)) },
    { name: t('budget.after'), values: parts.map(({ after }) => scaled(unit, after)) },
  ]
  return (
    <Chart
      title={title}
      definition={t('budget.chartText')}
      source={t('budget.source', { name: nameIn(policy) })}
      axis={axis}
      unit={t(unit === 'fen' ? 'unit.money' : 'unit.months')}
      categories={parts.map(({ name }) => name)}
      series={values.length ? series : series.slice(0, 1)}
    />
  )
}
