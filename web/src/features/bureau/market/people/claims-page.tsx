import { addressOf, type GroupClaim, talentsRoutes } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { DialogButton } from '../../../../ui/dialog/dialog.tsx'
import { ChoiceField } from '../../../../ui/form/fields/choice-field.tsx'
import { Form } from '../../../../ui/form/form.tsx'
import { LongTextField } from '../../../../ui/form/fields/long-text-field.tsx'
import { TextField } from '../../../../ui/form/fields/text-field.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import { instant } from '../../../../ui/format.ts'
import { notify } from '../../../../ui/notices.tsx'
import { Page } from '../../../../ui/page.tsx'
import { Empty } from '../../../../ui/state/empty.tsx'
import type { Column } from '../../../../ui/table/columns.ts'
import { PagedTable } from '../../../../ui/table/paged-table.tsx'
import { usePages } from '../../../../ui/table/use-pages.ts'
import { talents, useMarketChanged } from '../queries.ts'

/** Claims of belonging to a group the law helps, with their proof. */
export function ClaimsPage() {
  const { t } = useTranslation('market')
  const columns = useColumns()
  const list = usePages(['bureau', 'claims'], (cursor) => talents.claims({ query: { cursor, limit: 50 } }))
  return (
    <Page title={t('claims.title')} lead={t('claims.lead')}>
      <PagedTable of={list} caption={t('claims.title')} columns={columns} empty={<Empty title={t('claims.none')} />} />
    </Page>
  )
}

function useColumns(): Column<GroupClaim>[] {
  const { t } = useTranslation(['market', 'work', 'ui'])
  return [
    { key: 'person', title: t('claims.person'), cell: ({ talent }) => talent.name },
    { key: 'group', title: t('claims.group'), cell: ({ group }) => t(`work:group.${group}`) },
    {
      key: 'documents',
      title: t('claims.documents'),
      cell: ({ id, documents }) => (
        <ul className="plain">
          {documents.map((document) => (
            <li key={document.id}>
              <a
                href={addressOf(talentsRoutes.claimDocument, { params: { claimId: id, fileId: document.id } })}
                download={document.name}
              >
                {document.name}
              </a>
            </li>
          ))}
        </ul>
      ),
    },
    { key: 'claimedAt', title: t('claims.claimedAt'), short: true, cell: ({ claimedAt }) => instant(claimedAt) },
    {
      key: 'actions',
      title: t('ui:table.actions'),
      cell: (claim) => (
        <DialogButton action={t('claims.decide')}>
          {(close) => <ClaimDecision claim={claim} onDone={close} />}
        </DialogButton>
      ),
    },
  ]
}

function ClaimDecision({ claim, onDone }: { claim: GroupClaim; onDone: () => void }) {
  const { t } = useTranslation(['market', 'work'])
  const changed = useMarketChanged()
  const form = useForm({
    route: talentsRoutes.decideClaim,
    initial: { decision: '', reason: '', untilOn: '' },
    required: ({ decision }) => (decision === 'refused' ? ['reason'] : []),
    draft: `claim.${claim.id}`,
    send: async (body) => {
      await talents.decideClaim({ params: { claimId: claim.id }, body })
      await changed()
      notify(t('decision.done'))
      onDone()
    },
  })
  return (
    <Form form={form} action={t('decision.go')}>
      <p>{t('claims.of', { person: claim.talent.name, group: t(`work:group.${claim.group}`) })}</p>
      <ChoiceField
        name="decision"
        label={t('decision.decision')}
        choices={(['proved', 'refused'] as const).map((value) => ({ value, label: t(`claims.${value}`) }))}
      />
      <TextField name="untilOn" label={t('claims.untilOn')} type="date" hint={t('claims.untilHint')} />
      <LongTextField name="reason" label={t('decision.reason')} hint={t('claims.reasonHint')} />
    </Form>
  )
}
