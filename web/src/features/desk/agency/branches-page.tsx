import { registryRoutes } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { Answer } from '../../../ui/state/answer.tsx'
import { Card } from '../../../ui/card.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { TextField } from '../../../ui/form/fields/text-field.tsx'
import { useForm } from '../../../ui/form/use-form.ts'
import { notify } from '../../../ui/notices.tsx'
import { Page } from '../../../ui/page.tsx'
import { BranchTable } from '../../registry/branch-table.tsx'
import { IdentityFields } from '../identity-fields.tsx'
import { desk, useDeskChanged, useOrganisationId, useOwns, useRecord } from '../queries.ts'

/** Branches of the organisation; the law asks agencies to report a new one within 15 days. */
export function BranchesPage() {
  const { t } = useTranslation('desk')
  const owns = useOwns()
  return (
    <Page title={t('rooms.branches')} lead={t('branches.lead')}>
      <Answer of={useRecord()}>
        {({ branches }) =>
          branches.length ? <BranchTable branches={branches} /> : <Empty title={t('branches.none')} />
        }
      </Answer>
      {owns && (
        <Card title={t('branches.add')}>
          <Report />
        </Card>
      )}
    </Page>
  )
}

const EMPTY = { name: '', creditCode: '', district: '', address: '', openedOn: '' }

function Report() {
  const { t } = useTranslation(['desk', 'registry'])
  const organisationId = useOrganisationId()
  const changed = useDeskChanged()
  const form = useForm({
    route: registryRoutes.reportBranch,
    initial: EMPTY,
    draft: `branch.${organisationId}`,
    send: async (body) => {
      await desk.reportBranch({ params: { organisationId }, body })
      form.reset()
      await changed()
      notify(t('branches.added'))
    },
  })
  return (
    <Form form={form} action={t('branches.go')}>
      <IdentityFields />
      <TextField name="openedOn" label={t('registry:profile.openedOn')} type="date" />
    </Form>
  )
}
