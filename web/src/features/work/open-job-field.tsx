import { jobsRoutes } from '@renshu/contracts'
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

const publicJobs = plainClient(jobsRoutes)
const MOST = 8

/** A posting that is open, found by words: the field `jobId` of a recommendation. */
export function OpenJobField({ wish }: { wish: string }) {
  const { t } = useTranslation('hiring')
  const { values, set, problems } = useFormState()
  const placeName = usePlaceName()
  const [q, setQ] = useState(wish)
  const found = useQuery({
    queryKey: ['jobs', 'choice', q],
    queryFn: () => publicJobs.search({ query: { q, limit: MOST } }),
    enabled: q !== '',
  })
  return (
    <fieldset className="stack">
      <legend>{t('jobs.posting')}</legend>
      <div onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}>
        <TextFilter name="jobId" label={t('recommend.find')} value={q} onChange={setQ} />
      </div>
      {q !== '' && (
        <Answer of={found}>
          {({ items }) =>
            items.length ? (
              items.map((job) => (
                <label key={job.id} className="check">
                  <input
                    type="radio"
                    name="jobId"
                    checked={values['jobId'] === job.id}
                    onChange={() => set('jobId', job.id)}
                  />
                  <span>
                    {job.title}{' '}
                    <span className="small quiet">
                      {[
                        job.employer.name,
                        ...job.places.slice(0, 1).map((each) => placeName(each.name)),
                        monthlyPay(job.salary),
                      ].join(' · ')}
                    </span>
                  </span>
                </label>
              ))
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
