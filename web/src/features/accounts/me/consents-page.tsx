import { type Consent, CONSENT_PURPOSES } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { accounts } from '../../../app/accounts.ts'
import { Answer } from '../../../ui/state/answer.tsx'
import { Confirm } from '../../../ui/dialog/confirm.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { instant } from '../../../ui/format.ts'
import { Page } from '../../../ui/page.tsx'
import { Status } from '../../../ui/status.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { OrganisationName } from '../../registry/organisation-name.tsx'
import { GiveConsent } from './give-consent.tsx'
import { useConsents, useMeChanged } from './queries.ts'

/** Given of one's own accord, or signed at a counter. */
const NAMED = [...CONSENT_PURPOSES, 'counter'] as const

type OneConsent = ReturnType<typeof Consent.parse>

/** What the person has agreed to, and how to take it back. */
export function ConsentsPage() {
  const { t } = useTranslation(['me', 'ui'])
  const changed = useMeChanged()
  const withdraw = (consentId: string) => accounts.withdrawConsent({ params: { consentId } }).then(changed)
  const columns: Column<OneConsent>[] = [
    { key: 'purpose', title: t('consents.purpose'), cell: ({ purpose }) => <Purpose of={purpose} /> },
    { key: 'recipient', title: t('consents.recipient'), cell: ({ recipient }) => <Recipient of={recipient} /> },
    {
      key: 'givenAt',
      short: true,
      title: t('consents.givenAt'),
      cell: ({ givenAt, onPaper }) => instant(givenAt) + (onPaper ? t('consents.onPaper') : ''),
    },
    {
      key: 'state',
      short: true,
      title: t('consents.state'),
      cell: ({ withdrawnAt }) => <InForce until={withdrawnAt} />,
    },
    {
      key: 'withdraw',
      title: t('ui:table.actions'),
      cell: ({ id, withdrawnAt }) =>
        withdrawnAt ? null : (
          <Confirm action={t('consents.withdraw')} onConfirm={() => withdraw(id)}>
            {t('consents.withdrawText')}
          </Confirm>
        ),
    },
  ]
  return (
    <Page title={t('rooms.consents')} lead={t('consents.lead')}>
      <Answer of={useConsents()}>
        {({ items }) =>
          items.length ? (
            <DataTable caption={t('rooms.consents')} columns={columns} rows={items} rowKey={({ id }) => id} />
          ) : (
            <Empty title={t('consents.none')}>
              <p>{t('consents.noneText')}</p>
            </Empty>
          )
        }
      </Answer>
      <GiveConsent />
    </Page>
  )
}

function InForce({ until }: { until: string | null }) {
  const { t } = useTranslation('me')
  if (until === null) return <Status tone="good">{t('consents.active')}</Status>
  return <Status tone="quiet">{t('consents.withdrawnAt', { at: instant(until) })}</Status>
}

/** What the data are used for, in words where the page has them. */
function Purpose({ of: purpose }: { of: string }) {
  const { t } = useTranslation('me')
  const known = NAMED.find((each) => each === purpose)
  return known ? t(`consents.for.${known}`) : purpose
}

function Recipient({ of: recipient }: { of: OneConsent['recipient'] }) {
  const { t } = useTranslation('me')
  if (recipient === 'bureau' || recipient === 'platform') return t(`consents.${recipient}`)
  return <OrganisationName id={recipient} />
}
