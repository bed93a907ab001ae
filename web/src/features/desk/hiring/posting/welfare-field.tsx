import { useTranslation } from 'react-i18next'
import type { work } from '../../../../i18n/zh/work.ts'
import { Fold } from '../../../../ui/fold.tsx'
import { ChecksField } from '../../../../ui/form/fields/checks-field.tsx'
import { useFormState } from '../../../../ui/form/form.tsx'

type Code = keyof typeof work.welfare
/** What most postings of the city speak of. */
const USUAL: ReadonlySet<string> = new Set<Code>([
  'insurance',
  'insuranceAndFund',
  'housingFund',
  'meals',
  'housing',
  'mealAllowance',
  'weekends',
  'paidLeave',
  'overtimePay',
  'yearEndBonus',
  'attendanceBonus',
  'shuttle',
])

/** Welfare: the usual first and whatever is chosen, the rest folded. */
export function WelfareField() {
  const { t } = useTranslation(['hiring', 'work'])
  const { values } = useFormState()
  const names = t('work:welfare', { returnObjects: true }) as Record<string, string>
  const chosen = (values['welfare'] ?? []) as string[]
  const isShown = (code: string) => USUAL.has(code) || chosen.includes(code)
  const choices = Object.entries(names).map(([value, label]) => ({ value, label }))
  return (
    <div className="stack">
      <ChecksField
        name="welfare"
        label={t('posting.welfare')}
        choices={choices.filter(({ value }) => isShown(value))}
      />
      <Fold title={t('posting.moreWelfare')}>
        <ChecksField
          name="welfare"
          label={t('posting.otherWelfare')}
          choices={choices.filter(({ value }) => !isShown(value))}
        />
      </Fold>
    </div>
  )
}
