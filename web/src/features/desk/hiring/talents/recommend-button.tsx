import { hiringRoutes, jobsRoutes } from '@renshu/contracts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { plainClient } from '../../../../app/client.ts'
import { DialogButton } from '../../../../ui/dialog/dialog.tsx'
import { TextFilter } from '../../../../ui/filter/text-filter.tsx'
import { Form, useFormState } from '../../../../ui/form/form.tsx'
import { LongTextField } from '../../../../ui/form/fields/long-text-field.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import { Problem } from '../../../../ui/form/problem.tsx'
import { monthlyPay } from '../../../../ui/format.ts'
import { notify } from '../../../../ui/notices.tsx'
import { Answer } from '../../../../ui/state/answer.tsx'
import { usePlaceName } from '../../../jobs/place-names.ts'
import { useOrganisationId } from '../../queries.ts'
import { hiring, useHiringChanged } from '../queries.ts'

const publicJobs = plainClient(jobsRoutes)
const MOST = 8

interface RecommendButtonProps {
  talentId: string
  name: string
  /** What postings are looked for first. */
  wish: string
}

/** An agency recommends somebody it keeps for any posting that is open. */
export function RecommendButton(who: RecommendButtonProps) {
  const { t } = useTranslation('hiring')
  return <DialogButton action={t('recommend.go')}>{(close) => <Recommendation {...who} onDone={close} />}</DialogButton>
}

function Recommendation({ talentId, name, wish, onDone }: RecommendButtonProps & { onDone: () => void }) {
  const { t } = useTranslation('hiring')
  const organisationId = useOrganisationId()
  const changed = useHiringChanged()
  const form = useForm({
    route: hiringRoutes.recommend,
    initial: { jobId: '', note: '' },
    given: { talentId },
    send: async (body) => {
      await hiring.recommend({ params: { organisationId }, body })
      await changed()
      notify(t('recommend.done'))
      onDone()
    },
  })
  return (
    <Form form={form} action={t('recommend.send')}>
      <p className="quiet">{t('recommend.text', { name })}</p>
      <OpenJobField wish={wish} />
      <LongTextField name="note" label={t('invite.note')} />
    </Form>
  )
}

/** A posting that is open, found by words. */
function OpenJobField({ wish }: { wish: string }) {
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
