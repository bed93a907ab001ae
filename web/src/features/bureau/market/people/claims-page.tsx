import { addressOf, type GroupClaim, talentsRoutes } from '@renshu/contracts'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { DialogButton } from '../../../../ui/dialog/dialog.tsx'
import { ChoiceFilter, Toolbar } from '../../../../ui/filter/filter.tsx'
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
import { useHelpedColumns } from './helped-columns.tsx'

const route = getRouteApi('/bureau/claims')

/** People of groups the law helps: claims with their proof that wait, and whom to help because it was recognised. */
export function ClaimsPage() {
  const { t } = useTranslation('market')
  const helped = route.useSearch().shown === 'proved'
  const navigate = useNavigate({ from: '/bureau/claims' })
  const columns = { claimed: useClaimColumns(), proved: useHelpedColumns() }
  const status = helped ? 'proved' : 'claimed'
  const list = usePages(['bureau', 'claims', status], (cursor) =>
    talents.claims({ query: { status, cursor, limit: 50 } }),
  )
  return (
    <Page title={t('claims.title')} lead={t(helped ? 'helped.lead' : 'claims.lead')}>
      <Toolbar>
        <ChoiceFilter
          label={t('claims.shown')}
          value={status}
          onChange={(value) => void navigate({ search: value === 'proved' ? { shown: 'proved' } : {}, replace: true })}
          choices={(['claimed', 'proved'] as const).map((value) => ({ value, label: t(`claims.status.${value}`) }))}
        />
      </Toolbar>
      <PagedTable
        of={list}
        caption={t('claims.title')}
        columns={columns[status]}
        empty={<Empty title={t(helped ? 'helped.none' : 'claims.none')} />}
      />
    </Page>
  )
}

function useClaimColumns(): Column<GroupClaim>[] {
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
