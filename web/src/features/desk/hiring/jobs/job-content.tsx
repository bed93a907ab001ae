import type { JobRecord, JobVersion } from '@renshu/contracts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Card } from '../../../../ui/card.tsx'
import { instant } from '../../../../ui/format.ts'
import { Answer } from '../../../../ui/state/answer.tsx'
import { Status } from '../../../../ui/status.tsx'
import { Timeline } from '../../../../ui/timeline.tsx'
import { useOrganisationId } from '../../queries.ts'
import { useFieldName } from '../../../work/field-names.ts'
import { jobs } from '../queries.ts'
import { Said } from './said.tsx'

/** What the posting says, with what was found in it, and what it said before. */
export const JobContent = ({ job }: { job: JobRecord }) => (
  <div className="split">
    <div className="stack">
      <Said job={job} />
    </div>
    <Versions jobId={job.id} />
  </div>
)

function Versions({ jobId }: { jobId: string }) {
  const { t } = useTranslation('hiring')
  const organisationId = useOrganisationId()
  const query = useQuery({
    queryKey: ['desk', organisationId, 'job', jobId, 'versions'],
    queryFn: () => jobs.versions({ params: { organisationId, jobId } }),
  })
  return (
    <Card title={t('versions.title')}>
      <Answer of={query}>
        {({ items }) => (
          <Timeline
            of={items.map((each) => ({
              id: String(each.version),
              title: (
                <span className="row">
                  {t('versions.number', { number: each.version })}
                  {each.approved && <Status tone="good">{t('versions.approved')}</Status>}
                </span>
              ),
              about: `${instant(each.savedAt)} ${each.savedBy}`,
              text: <Changes of={each} />,
            }))}
          />
        )}
      </Answer>
    </Card>
  )
}

function Changes({ of: { changes } }: { of: JobVersion }) {
  const fieldName = useFieldName()
  return changes.map(({ field, before, after }) => (
    <span key={field} className="change small">
      <strong>{fieldName(field)}</strong>
      <del>{before}</del>
      <ins>{after}</ins>
    </span>
  ))
}
