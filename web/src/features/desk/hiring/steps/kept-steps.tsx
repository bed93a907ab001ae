import type { ProcessFile, Step } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { Card } from '../../../../ui/card.tsx'
import { Steps } from '../../../seeker/applications/steps.tsx'
import { useOrganisationId } from '../../queries.ts'
import { hiring, useHiringChanged } from '../queries.ts'

/** Steps only the person, or the agency that keeps him, can take. */
const OF_PERSON: ReadonlySet<Step> = new Set<Step>(['agree', 'share', 'book', 'accept', 'decline', 'withdraw'])

/** What an agency may do now for somebody it keeps. */
export function KeptSteps({ process }: { process: ProcessFile }) {
  const { t } = useTranslation('hiring')
  const organisationId = useOrganisationId()
  const changed = useHiringChanged()
  const isOwnPosting = process.organisation.id === organisationId
  const may = isOwnPosting ? process.may.filter((step) => OF_PERSON.has(step)) : process.may
  if (!may.length) return null
  return (
    <Card title={t('steps.forPerson', { name: process.talent.name })}>
      <Steps
        process={{ ...process, may }}
        onStep={(body) => hiring.step({ params: { organisationId, processId: process.id }, body }).finally(changed)}
      />
    </Card>
  )
}
