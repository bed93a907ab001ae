import { Education } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { useCity, useDistrictChoices } from '../../../app/city.ts'
import { ChoiceFilter } from '../../../ui/filter/filter.tsx'
import { number } from '../../../ui/format.ts'
import { counted, type Facets, MOST_CHOICES, topChoices } from '../../work/facets.ts'
import { codesOf, toggled } from './question.ts'
import type { Search } from './use-search.ts'

interface FiltersProps {
  search: Search
  facets: Facets
}

/** Yuan a month. */
const PAY = [3000, 4000, 5000, 6000, 8000, 10_000, 15_000, 20_000] as const
const KM = [3, 5, 10, 20, 50] as const
const DAYS = [1, 3, 7, 30] as const

/** Everything a search can be narrowed by, with how many postings each choice leaves. */
export function Filters({ search, facets }: FiltersProps) {
  const { t } = useTranslation(['jobs', 'work', 'ui'])
  const { asked, set } = search
  const wiring = (name: 'pay' | 'education' | 'days' | 'occupation') => ({
    label: t(`filter.${name}`),
    value: asked[name] ?? '',
    onChange: (value: string) => set(name, value || undefined),
    all: t('filter.any'),
  })
  const occupations = topChoices(facets?.['occupation'], asked.occupation)
  return (
    <div className="stack">
      <PlaceFilters search={search} facets={facets} />
      <ChoiceFilter
        {...wiring('pay')}
        choices={counted(
          facets?.['pay'],
          PAY.map((yuan) => ({ value: String(yuan * 100), label: t('filter.payFrom', { yuan: String(yuan) }) })),
        )}
      />
      {occupations.length > 0 && <ChoiceFilter {...wiring('occupation')} choices={occupations} />}
      <ChoiceFilter
        {...wiring('education')}
        choices={counted(
          facets?.['education'],
          Education.options
            .filter((each) => each !== 'none')
            .map((value) => ({ value, label: t(`work:education.${value}`) })),
        )}
      />
      <FacetChecks search={search} facets={facets} name="employment" />
      <FacetChecks search={search} facets={facets} name="welfare" />
      <ChoiceFilter
        {...wiring('days')}
        choices={counted(
          facets?.['days'],
          DAYS.map((days) => ({ value: String(days), label: t('chips.days', { count: days }) })),
        )}
      />
      <label className="check">
        <input
          type="checkbox"
          checked={asked.remote === 'true'}
          onChange={(event) => set('remote', event.target.checked ? 'true' : undefined)}
        />
        {t('work:remote')}
      </label>
    </div>
  )
}

/** District, street, and how far around. */
function PlaceFilters({ search: { asked, set }, facets }: FiltersProps) {
  const { t } = useTranslation('jobs')
  const districts = useDistrictChoices()
  const { data: city } = useCity()
  const chosen = asked.place?.slice(0, 6) ?? ''
  const streets = city?.districts.find(({ code }) => code === chosen)?.streets ?? []
  return (
    <>
      <ChoiceFilter
        label={t('filter.place')}
        value={chosen}
        onChange={(value) => set('place', value || undefined)}
        choices={counted(facets?.['place'], districts)}
        all={t('filter.wholeCity')}
      />
      {streets.length > 0 && (
        <ChoiceFilter
          label={t('filter.street')}
          value={asked.place?.length === 9 ? asked.place : ''}
          onChange={(value) => set('place', value || chosen)}
          choices={counted(
            facets?.['place'],
            streets.map(({ code, name }) => ({ value: code, label: name })),
          )}
          all={t('filter.any')}
        />
      )}
      {asked.place && (
        <ChoiceFilter
          label={t('filter.km')}
          value={asked.km ?? ''}
          onChange={(value) => set('km', value || undefined)}
          choices={counted(
            facets?.['km'],
            KM.map((km) => ({ value: String(km), label: t('chips.km', { km: String(km) }) })),
          )}
          all={t('filter.within')}
        />
      )}
    </>
  )
}

/** Several of several, with their counts. */
function FacetChecks({ search: { asked, set }, facets, name }: FiltersProps & { name: 'employment' | 'welfare' }) {
  const { t } = useTranslation('jobs')
  const chosen = codesOf(asked[name])
  const choices = [...(facets?.[name] ?? [])]
    .sort((one, other) => other.count - one.count)
    .filter(({ code, count }, index) => chosen.includes(code) || (count > 0 && index < MOST_CHOICES))
  if (!choices.length) return null
  return (
    <fieldset>
      <legend>{t(`filter.${name}`)}</legend>
      {choices.map((each) => (
        <label key={each.code} className="check">
          <input
            type="checkbox"
            checked={chosen.includes(each.code)}
            onChange={() => set(name, toggled(asked[name], each.code))}
          />
          <span>
            {each.name} <span className="small quiet number">{number(each.count)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
