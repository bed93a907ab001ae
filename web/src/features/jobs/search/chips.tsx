import { useTranslation } from 'react-i18next'
import { monthlyPay, number } from '../../../ui/format.ts'
import { useDistrictName } from '../../../app/city.ts'
import type { useJobs } from '../queries.ts'
import { useCodeNames } from '../../work/code-names.ts'
import { type AskedName, FILTERS } from './asked.ts'
import { codesOf, takenBack, toggled } from './question.ts'
import type { Search } from './use-search.ts'

type Found = NonNullable<ReturnType<typeof useJobs>['data']>

interface ChipProps {
  /** What is taken back, e.g. 地点：黄岛区. */
  text: string
  onRemove: () => void
  quiet?: boolean
}

function Chip({ text, onRemove, quiet }: ChipProps) {
  const { t } = useTranslation('jobs')
  return (
    <button type="button" className={quiet ? 'chip quiet' : 'chip'} onClick={onRemove}>
      {text}
      <span aria-hidden="true">×</span>
      <span className="unseen">{t('chips.remove')}</span>
    </button>
  )
}

/** What the words were understood as and which filters are set; each can be taken back with one press. */
export function Chips({ search: { asked, ask, set }, found }: { search: Search; found: Found | undefined }) {
  const { t } = useTranslation(['jobs', 'ui'])
  const text = useFilterText(found)
  const chosen = FILTERS.flatMap((name) => codesOf(asked[name]).map((code) => ({ name, code })))
  const understood = asked.q ? (found?.understood ?? []) : []
  if (!chosen.length && !understood.length) return null
  return (
    <div className="chips" role="group" aria-label={t('chips.label')}>
      {understood.map((wish) => (
        <Chip
          key={`${wish.field} ${wish.code}`}
          text={`${t(`chips.field.${wish.field}`)}${t('ui:colon')}${wish.text}${wish.applied ? '' : t('chips.ranksOnly')}`}
          quiet={!wish.applied}
          onRemove={() => ask(takenBack(asked, wish))}
        />
      ))}
      {chosen.map(({ name, code }) => (
        <Chip
          key={`${name} ${code}`}
          text={text(name, code)}
          onRemove={() =>
            set(name, name === 'employment' || name === 'welfare' ? toggled(asked[name], code) : undefined)
          }
        />
      ))}
    </div>
  )
}

/** A filter in words, with the names the server gave its codes. */
export function useFilterText(found: Pick<Found, 'facets'> | undefined): (name: AskedName, code: string) => string {
  const { t } = useTranslation(['jobs', 'work', 'ui'])
  const districtName = useDistrictName()
  const { educationName, employmentName } = useCodeNames()
  const nameOf = (name: string, code: string) =>
    found?.facets?.[name]?.find((each) => each.code === code)?.name ?? districtName(code)
  return (name, code) => {
    switch (name) {
      case 'place':
        // A district has a name in either language; a street goes by the one the server knows.
        return code.length === 6 ? districtName(code) : nameOf(name, code)
      case 'pay':
        return monthlyPay({ min: Number(code) })
      case 'km':
        return t('chips.km', { km: number(Number(code)) })
      case 'days':
        return t('chips.days', { count: Number(code) })
      case 'remote':
        return t('work:remote')
      case 'organisation':
        return t('chips.organisation')
      case 'education':
        return t('chips.education', { name: educationName(code) })
      case 'employment':
        return employmentName(code)
      default:
        return nameOf(name, code)
    }
  }
}
