import type { KeptDecision } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../i18n/name-in.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { day, instant } from '../../../ui/format.ts'
import { Page } from '../../../ui/page.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { Status } from '../../../ui/status.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { PagedTable } from '../../../ui/table/paged-table.tsx'
import { usePages } from '../../../ui/table/use-pages.ts'
import { useAmountText } from '../values/amount.tsx'
import { OUTCOME_TONE } from '../values/tones.ts'
import { DecisionLink } from './links.tsx'
import { own } from './own.ts'
import { keyOf, ME, type Owner } from './owner.ts'
import { Tabs } from './tabs.tsx'

/** The person's own. */
export const MyDecisions = () => <DecisionsPage owner={ME} />

/** Decisions that were kept, the newest first. */
export function DecisionsPage({ owner }: { owner: Owner }) {
  const { t } = useTranslation(['policy', 'entitlements'])
  const list = usePages([...keyOf(owner), 'decisions'], own(owner).decisions)
  return (
    <Page title={t('entitlements:own.room/decisions')} lead={t('entitlements:kept.lead')}>
      <Tabs owner={owner} />
      <PagedTable
        of={list}
        caption={t('entitlements:own.room/decisions')}
        columns={useColumns(owner)}
        empty={
          <Empty
            title={t('entitlements:kept.none')}
            actions={<ButtonLink to="/policies">{t('library.title')}</ButtonLink>}
          >
            <p>{t('entitlements:kept.noneText')}</p>
          </Empty>
        }
      />
    </Page>
  )
}

function useColumns(owner: Owner): Column<KeptDecision>[] {
  const { t } = useTranslation(['policy', 'entitlements'])
  const amountText = useAmountText()
  return [
    {
      key: 'title',
      title: t('entitlements:compare.policy'),
      cell: ({ id, title }) => (
        <DecisionLink keeper={owner} decisionId={id}>
          {nameIn(title)}
        </DecisionLink>
      ),
    },
    {
      key: 'outcome',
      short: true,
      title: t('entitlements:compare.outcome'),
      cell: ({ outcome, outdated }) => (
        <>
          <Status tone={OUTCOME_TONE[outcome]}>{t(`outcome.${outcome}`)}</Status>{' '}
          {outdated && <Status tone="warn">{t('entitlements:kept.outdated')}</Status>}
        </>
      ),
    },
    {
      key: 'amount',
      align: 'end',
      title: t('entitlements:compare.amount'),
      cell: ({ amount, outcome }) => (amount && outcome !== 'refused' ? amountText(amount) : ''),
    },
    { key: 'effective', short: true, title: t('entitlements:kept.effective'), cell: ({ effective }) => day(effective) },
    { key: 'at', title: t('entitlements:kept.at'), cell: ({ at }) => instant(at) },
    { key: 'by', short: true, title: t('entitlements:kept.by'), cell: ({ by }) => t(`entitlements:by.${by}`) },
  ]
}
