import { type JobMatch, jobsRoutes } from '@renshu/contracts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { plainClient } from '../../app/client.ts'
import { TextFilter } from '../../ui/filter/text-filter.tsx'
import { useFormState } from '../../ui/form/form.tsx'
import { Problem } from '../../ui/form/problem.tsx'
import { monthlyPay } from '../../ui/format.ts'
import { Answer } from '../../ui/state/answer.tsx'
import { usePlaceName } from '../jobs/place-names.ts'
import { tellingReasons } from './telling.ts'

const publicJobs = plainClient(jobsRoutes)
const MOST = 8

/** Postings that fit the person, as the server found them. */
interface Suggested {
  data: { fits: readonly JobMatch[] } | undefined
  error: Error | null
  refetch: () => unknown
}

interface OpenJobFieldProps {
  /** What postings are looked for first. */
  wish: string
  suggested: Suggested
}

/** A posting that is open: one of those that fit, or found by words; the field `jobId` of a recommendation. */
export function OpenJobField({ wish, suggested }: OpenJobFieldProps) {
  const { t } = useTranslation('hiring')
  const { problems } = useFormState()
  const [q, setQ] = useState('')
  // Where nothing fits, what says the words of the wish is the next best.
  const words = q || (suggested.data?.fits.length === 0 ? wish : '')
  const found = useQuery({
    queryKey: ['jobs', 'choice', words],
    queryFn: () => publicJobs.search({ query: { q: words, limit: MOST } }),
    enabled: words !== '',
  })
  return (
    <fieldset className="stack">
      <legend>{t('jobs.posting')}</legend>
      {q === '' && <Fitting of={suggested} />}
      <div onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}>
        <TextFilter name="jobId" label={t('recommend.find')} placeholder={wish} value={q} onChange={setQ} />
      </div>
      {words !== '' && (
        <Answer of={found}>
          {({ items }) =>
            items.length ? (
              items.map((job) => <Choice key={job.id} job={job} />)
            ) : (
              <p role="status">{t('recommend.none')}</p>
            )
          }
        </Answer>
      )}
      <Problem of={problems['jobId']} />
    </fieldset>
  )
}

/** What fits, as long as nothing else is looked for. */
function Fitting({ of: suggested }: { of: Suggested }) {
  const { t } = useTranslation('hiring')
  return (
    <Answer of={suggested}>
      {({ fits }) => (
        <>
          <p className="quiet">{t(fits.length ? 'recommend.fits' : 'recommend.noFits')}</p>
          {fits.map((match) => (
            <Choice key={match.job.id} job={match.job} why={reasonsOf(match)} />
          ))}
        </>
      )}
    </Answer>
  )
}

const FEW_REASONS = 3
const reasonsOf = (match: JobMatch): string[] =>
  tellingReasons(match)
    .good.slice(0, FEW_REASONS)
    .map(({ text }) => text)

/** One posting to choose; with why it fits, where that is known. */
function Choice({ job, why = [] }: { job: JobMatch['job']; why?: string[] }) {
  const { t } = useTranslation('ui')
  const { values, set } = useFormState()
  const placeName = usePlaceName()
  const places = job.places.slice(0, 1).map((each) => placeName(each.name))
  return (
    <label className="check">
      <input type="radio" name="jobId" checked={values['jobId'] === job.id} onChange={() => set('jobId', job.id)} />
      <span>
        {job.title}{' '}
        <span className="small quiet">
          {[job.employer.name, ...places, monthlyPay(job.salary)].filter(Boolean).join(' · ')}
        </span>
        {why.length > 0 && (
          <>
            <br />
            <span className="small">{why.join(t('comma'))}</span>
          </>
        )}
      </span>
    </label>
  )
}
