import { Education, type TalentCard } from '@renshu/contracts'
import { keepPreviousData } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useDistrictChoices } from '../../../../app/city.ts'
import { ChoiceFilter, Toolbar } from '../../../../ui/filter/filter.tsx'
import { TextFilter } from '../../../../ui/filter/text-filter.tsx'
import { number } from '../../../../ui/format.ts'
import { Page } from '../../../../ui/page.tsx'
import { Answer } from '../../../../ui/state/answer.tsx'
import { Empty } from '../../../../ui/state/empty.tsx'
import { PagedFoot } from '../../../../ui/table/paged-foot.tsx'
import { usePages } from '../../../../ui/table/use-pages.ts'
import { counted, type Facets, topChoices } from '../../../work/facets.ts'
import { talents } from '../queries.ts'
import { InviteButton } from './invite-button.tsx'
import { TalentSummary } from './talent-summary.tsx'

const FEN = 100
const PAYS = [3000, 4000, 5000, 6000, 8000, 10_000, 15_000] as const
const ORDERS = ['best', 'newest'] as const
const route = getRouteApi('/desk/$organisationId/talents')

/** People who let employers see them, found by words, place, occupation, certificate, education, pay. */
export function TalentsPage() {
  const { t } = useTranslation(['hiring', 'work', 'ui'])
  const { organisationId } = route.useParams()
  const search = route.useSearch()
  const education = Education.safeParse(search.education).data
  const pay = PAYS.find((each) => String(each) === search.pay)
  const { q, place, occupation, certificate } = search
  const sort = ORDERS.find((each) => each === search.sort)
  const filter = { q, place, occupation, certificate, education, pay: pay && pay * FEN, sort }
  const list = usePages(
    ['desk', organisationId, 'talents', filter],
    (cursor) =>
      talents.talents({
        params: { organisationId },
        query: { ...filter, limit: 20, ...(cursor ? { cursor } : { facets: 'true' }) },
      }),
    { placeholderData: keepPreviousData },
  )
  return (
    <Page title={t('talents.title')} lead={t('talents.lead')}>
      <Filters education={education} pay={pay} facets={list.first?.facets} />
      <Answer of={list}>
        {({ rows, total }) =>
          rows.length ? (
            <>
              <ol className="plain matches">
                {rows.map((talent) => (
                  <Found key={talent.id} talent={talent} />
                ))}
              </ol>
              <div className="row">
                <PagedFoot shown={rows.length} total={total} onMore={list.more} pending={list.pending} />
              </div>
            </>
          ) : (
            <Empty title={t('talents.none')}>
              <p>{t('talents.noneText')}</p>
            </Empty>
          )
        }
      </Answer>
    </Page>
  )
}

function Found({ talent }: { talent: TalentCard }) {
  const { organisationId } = route.useParams()
  return (
    <li className="card">
      <h2>
        <Link to="/desk/$organisationId/talents/$talentId" params={{ organisationId, talentId: talent.id }}>
          {talent.name}
        </Link>
      </h2>
      <TalentSummary of={talent} />
      <InviteButton talentId={talent.id} />
    </li>
  )
}

interface FiltersProps {
  education: Education | undefined
  pay: number | undefined
  facets: Facets
}

function Filters({ education, pay, facets }: FiltersProps) {
  const { t } = useTranslation(['hiring', 'work', 'ui'])
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/desk/$organisationId/talents' })
  const districts = useDistrictChoices()
  const change = (name: keyof typeof search) => (value: string) =>
    void navigate({ search: { ...search, [name]: value || undefined }, replace: true })
  const wiring = (name: keyof typeof search, value = search[name]) => ({
    value: value ?? '',
    onChange: change(name),
    all: t('ui:table.all'),
  })
  const top = (name: 'occupation' | 'certificate') => ({
    label: t(`talents.${name}`),
    choices: topChoices(facets?.[name], search[name]),
    ...wiring(name),
  })
  const levels = Education.options
    .filter((value) => value !== 'none')
    .map((value) => ({ value, label: t(`work:education.${value}`) }))
  const pays = PAYS.map((value) => ({ value: String(value), label: t('talents.payOf', { pay: number(value) }) }))
  return (
    <Toolbar>
      <TextFilter
        label={t('talents.find')}
        value={search.q ?? ''}
        onChange={change('q')}
        placeholder={t('talents.findHint')}
      />
      <ChoiceFilter label={t('talents.places')} choices={districts} {...wiring('place')} />
      <ChoiceFilter {...top('occupation')} />
      <ChoiceFilter {...top('certificate')} />
      <ChoiceFilter
        label={t('talents.educationAtLeast')}
        choices={counted(facets?.['education'], levels)}
        {...wiring('education', education)}
      />
      <ChoiceFilter label={t('talents.payAtMost')} choices={pays} {...wiring('pay', pay ? String(pay) : undefined)} />
      <ChoiceFilter
        label={t('talents.order')}
        value={search.sort ?? (search.q ? 'best' : 'newest')}
        onChange={change('sort')}
        choices={ORDERS.map((value) => ({ value, label: t(`talents.${value}`) }))}
      />
    </Toolbar>
  )
}
