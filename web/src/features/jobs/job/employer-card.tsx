import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { registry } from '../../registry/directory/directory.ts'
import { Status } from '../../../ui/status.tsx'
import type { JobPage as OnePosting } from '@renshu/contracts'

/** With whom one would work: name, standing, its other postings; and the agency, where one posts for it. */
export function EmployerCard({ job: { employer, agency } }: { job: OnePosting }) {
  const { t } = useTranslation('jobs')
  return (
    <section className="card stack">
      <h2>{t('employer.title')}</h2>
      <Party {...employer} />
      {agency && (
        <>
          <h3>{t('employer.agency')}</h3>
          <Party {...agency} />
        </>
      )}
    </section>
  )
}

function Party({ id, name }: { id: string; name: string }) {
  const { t } = useTranslation(['jobs', 'registry'])
  const { data } = useQuery({
    queryKey: ['organisation', id],
    queryFn: () => registry.profile({ params: { organisationId: id } }),
    staleTime: 300_000,
  })
  return (
    <div>
      <p>
        <Link to="/organisations/$organisationId" params={{ organisationId: id }}>
          {name}
        </Link>{' '}
        {data && (
          <Status tone={data.standing.may ? 'good' : 'warn'}>
            {t(data.standing.may ? 'registry:standing.may' : 'registry:standing.mayNot')}
          </Status>
        )}
      </p>
      {data && (
        <p className="small quiet">
          {[t(`registry:kind.${data.kind}`), data.industryName, data.size && t(`registry:size.${data.size}`)]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
      <div className="row">
        <Link to="/jobs" search={{ organisation: id }}>
          {t('employer.others')}
        </Link>
      </div>
    </div>
  )
}
