import { type OwnPayment, payeeRoutes } from '@renshu/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { helpersClient, signedInClient } from '../../../app/client.ts'
import { nameIn } from '../../../i18n/name-in.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { DialogButton } from '../../../ui/dialog/dialog.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { useForm } from '../../../ui/form/use-form.ts'
import { day, yuan } from '../../../ui/format.ts'
import { notify } from '../../../ui/notices.tsx'
import { Page } from '../../../ui/page.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { Status } from '../../../ui/status.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { PagedTable } from '../../../ui/table/paged-table.tsx'
import { usePages } from '../../../ui/table/use-pages.ts'
import { AccountFields } from '../account-fields.tsx'
import { PAYABLE_TONE } from '../tones.ts'

const own = signedInClient(payeeRoutes)

/** Whom the payments are made to: an organisation, somebody a helper helps, or oneself. */
function usePayee() {
  const { organisationId } = useParams({ strict: false }) as { organisationId?: string }
  const { person } = useSearch({ strict: false }) as { person?: string }
  const key = organisationId ? ['desk', organisationId, 'payments'] : ['payments', 'own', person ?? 'me']
  return { organisationId, person, key }
}

/** Money that was decided for a payee: what is paid, what is on its way, what came back and why. */
export function OwnPaymentsPage() {
  const { t } = useTranslation('payments')
  const { organisationId, person, key } = usePayee()
  const columns = useColumns()
  const list = usePages(key, (cursor) =>
    organisationId
      ? own.ofOrganisation({ params: { organisationId }, query: { cursor, limit: 50 } })
      : (person ? helpersClient(payeeRoutes, person) : own).mine({ query: { cursor, limit: 50 } }),
  )
  return (
    <Page title={t(organisationId ? 'own.titleFirm' : 'own.title')} lead={t('own.lead')}>
      <PagedTable
        of={list}
        caption={t('own.title')}
        columns={columns}
        empty={
          <Empty title={t('own.none')} actions={<ButtonLink to="/services">{t('own.services')}</ButtonLink>}>
            <p>{t('own.noneText')}</p>
          </Empty>
        }
      />
    </Page>
  )
}

function useColumns(): Column<OwnPayment>[] {
  const { t } = useTranslation('payments')
  return [
    { key: 'title', title: t('payable.title'), cell: (payment) => <Source of={payment} /> },
    { key: 'amount', title: t('payable.amount'), align: 'end', cell: ({ amountFen }) => yuan(amountFen) },
    {
      key: 'status',
      title: t('payable.status'),
      cell: ({ status, reason }) => (
        <>
          <Status tone={PAYABLE_TONE[status]}>{t(`status.${status}`)}</Status>
          {reason && <div className="small">{reason}</div>}
        </>
      ),
    },
    {
      key: 'paidOn',
      title: t('payable.paidOn'),
      short: true,
      cell: ({ paidOn, decidedOn }) => (paidOn ? day(paidOn) : t('own.decidedOn', { day: day(decidedOn) })),
    },
    { key: 'account', title: t('payable.account'), cell: (payment) => <Account of={payment} /> },
  ]
}

/** What it is paid for: the case, where a case decided it. */
function Source({ of: { title, source, recoveries } }: { of: OwnPayment }) {
  const { t } = useTranslation('payments')
  const { organisationId, person } = usePayee()
  const name = nameIn(title)
  const ofCase = source.module === 'cases'
  return (
    <>
      {!ofCase && name}
      {ofCase && organisationId && (
        <Link to="/desk/$organisationId/cases/$caseId" params={{ organisationId, caseId: source.record }}>
          {name}
        </Link>
      )}
      {ofCase && !organisationId && (
        <Link to="/me/cases/$caseId" params={{ caseId: source.record }} search={person ? { person } : {}}>
          {name}
        </Link>
      )}
      {recoveries.map(({ id, amountFen, recoveredFen, status, dueOn, words }) => (
        <div key={id} className="small">
          <Status tone={status === 'recovered' ? 'good' : 'bad'}>{t(`recovery.status.${status}`)}</Status>{' '}
          {t('own.recovery', { amount: yuan(amountFen), recovered: yuan(recoveredFen), words })}
          {dueOn && t('own.recoveryDue', { day: day(dueOn) })}
        </div>
      ))}
    </>
  )
}

function Account({ of: payment }: { of: OwnPayment }) {
  const { t } = useTranslation('payments')
  const { account, correction, mayCorrect } = payment
  return (
    <>
      {account && `${account.masked} ${account.bank}`}
      {correction && (
        <div className="small quiet">{t(`own.correction.${correction.status}`, { account: correction.masked })}</div>
      )}
      {correction?.refusal && <div className="small">{correction.refusal}</div>}
      {mayCorrect && (
        <div>
          <DialogButton action={t('account.correct')}>
            {(close) => <Correcting of={payment} onDone={close} />}
          </DialogButton>
        </div>
      )}
    </>
  )
}

function Correcting({ of: { id, version }, onDone }: { of: OwnPayment; onDone: () => void }) {
  const { t } = useTranslation('payments')
  const { organisationId, key } = usePayee()
  const client = useQueryClient()
  const form = useForm({
    route: payeeRoutes.correctMine,
    initial: { holder: '', number: '', bank: '', reason: '' },
    given: { version },
    send: async (body) => {
      if (organisationId) await own.correctOrganisation({ params: { organisationId, payableId: id }, body })
      else await own.correctMine({ params: { payableId: id }, body })
      await client.invalidateQueries({ queryKey: key })
      notify(t('account.sent'))
      onDone()
    },
  })
  return (
    <Form form={form} action={t('account.send')}>
      <p className="quiet">{t('account.text')}</p>
      <AccountFields />
    </Form>
  )
}
