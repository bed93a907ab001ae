import { addressOf, hiringRoutes, type ProcessFile } from '@renshu/contracts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { now } from '../../../../app/clock.ts'
import { Card } from '../../../../ui/card.tsx'
import { FilesField } from '../../../../ui/form/fields/files-field.tsx'
import { Form } from '../../../../ui/form/form.tsx'
import { TextField } from '../../../../ui/form/fields/text-field.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import { dayOf } from '../../../../ui/format.ts'
import { notify } from '../../../../ui/notices.tsx'
import { Page } from '../../../../ui/page.tsx'
import { Answer } from '../../../../ui/state/answer.tsx'
import { isStale } from '../../../../ui/state/stale-note.tsx'
import { ProcessEvents } from '../../../desk/hiring/processes/process-events.tsx'
import { OfferTerms, PlacementTerms } from '../../../desk/hiring/processes/process-terms.tsx'
import { StageStatus } from '../../../desk/hiring/processes/stage-status.tsx'
import { OrganisationName } from '../../../registry/organisation-name.tsx'
import { hiring, useMarketChanged } from '../queries.ts'

const route = getRouteApi('/bureau/placements/$processId')

/** One process as an officer sees it: every step, no messages; confirmed with evidence where a side is missing. */
export function PlacementPage() {
  const { t } = useTranslation('market')
  const { processId } = route.useParams()
  const query = useQuery({
    queryKey: ['bureau', 'process', processId],
    queryFn: () => hiring.officerProcess({ params: { processId } }),
  })
  return (
    <Answer of={query} title={t('placements.title')}>
      {(process) => <OneProcess process={process} />}
    </Answer>
  )
}

function OneProcess({ process }: { process: ProcessFile }) {
  const { t } = useTranslation(['market', 'hiring'])
  return (
    <Page
      title={process.talent.name}
      lead={
        <>
          {process.job.title} <OrganisationName id={process.organisation.id} />
        </>
      }
    >
      <div>
        <StageStatus of={process.stage} />
      </div>
      <div className="split">
        <div className="stack">
          {process.offer && <OfferTerms offer={process.offer} />}
          {process.placement && <PlacementTerms placement={process.placement} />}
          {process.evidence.length > 0 && <Evidence of={process} />}
          <Card title={t('hiring:process.timeline')}>
            <ProcessEvents of={process.events} />
          </Card>
        </div>
        {process.may.includes('place') && <Confirmation process={process} />}
      </div>
    </Page>
  )
}

/** The documents by which it was confirmed. */
function Evidence({ of: { id: processId, evidence } }: { of: ProcessFile }) {
  const { t } = useTranslation('market')
  return (
    <Card title={t('placements.evidence')}>
      <ul className="plain">
        {evidence.map(({ id, name }) => (
          <li key={id}>
            <a href={addressOf(hiringRoutes.evidenceFile, { params: { processId, fileId: id } })} download={name}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Confirmation({ process: { id: processId, version, placement, offer } }: { process: ProcessFile }) {
  const { t } = useTranslation(['market', 'hiring'])
  const changed = useMarketChanged()
  const form = useForm({
    route: hiringRoutes.place,
    initial: { startedOn: placement?.startedOn ?? offer?.startOn ?? dayOf(now()), documents: [], reason: '' },
    given: { version },
    required: ['documents'],
    draft: `place.${processId}`,
    send: async (body) => {
      await hiring.place({ params: { processId }, body }).catch(async (error: unknown) => {
        if (isStale(error)) await changed()
        throw error
      })
      await changed()
      notify(t('placements.done'))
    },
  })
  return (
    <Card title={t('placements.confirm')}>
      <Form form={form} action={t('placements.confirm')} stale={<p>{t('hiring:steps.stale')}</p>}>
        <TextField name="startedOn" label={t('hiring:placement.startedOn')} type="date" />
        <FilesField
          name="documents"
          label={t('placements.evidence')}
          hint={t('placements.evidenceHint')}
          upload={(name, bytes) => hiring.evidence({ params: { processId }, query: { name }, bytes })}
        />
        <TextField name="reason" label={t('decision.reason')} maxLength={500} />
      </Form>
    </Card>
  )
}
