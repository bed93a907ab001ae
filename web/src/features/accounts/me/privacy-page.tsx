import type { Act, Unmasking } from '@renshu/contracts'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { accounts } from '../../../app/accounts.ts'
import { Answer } from '../../../ui/state/answer.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { instant } from '../../../ui/format.ts'
import { Page } from '../../../ui/page.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { PagedFoot } from '../../../ui/table/paged-foot.tsx'
import { usePages } from '../../../ui/table/use-pages.ts'
import { actName } from './act-name.ts'

type Look = ReturnType<typeof Unmasking.parse>
type OneAct = ReturnType<typeof Act.parse>

/** Who looked at the person's full data, and what was done by or for the person. */
export function PrivacyPage() {
  const { t } = useTranslation('me')
  return (
    <Page title={t('rooms.privacy')} lead={t('privacy.lead')}>
      <h2>{t('privacy.looks')}</h2>
      <Looks />
      <p>
        <Link className="alone" to="/me/policies/records">
          {t('privacy.policyLooks')}
        </Link>
      </p>
      <h2>{t('privacy.acts')}</h2>
      <Acts />
    </Page>
  )
}

function Looks() {
  const { t } = useTranslation('me')
  const pages = usePages(['me', 'unmaskings'], (cursor) => accounts.listUnmaskings({ query: { cursor } }))
  const columns: Column<Look>[] = [
    { key: 'at', short: true, title: t('privacy.at'), cell: ({ at }) => instant(at), plain: ({ at }) => at },
    { key: 'field', title: t('privacy.field'), cell: ({ field }) => t(`account.${field}`) },
    {
      key: 'by',
      title: t('privacy.by'),
      cell: ({ byName, byOfficer }) => `${byName} (${t(byOfficer ? 'privacy.officer' : 'privacy.oneself')})`,
    },
    { key: 'reason', title: t('privacy.reason'), cell: ({ reason }) => reason || '-' },
  ]
  return (
    <Answer of={pages}>
      {({ rows, total }) =>
        rows.length ? (
          <DataTable
            caption={t('privacy.looks')}
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            foot={<PagedFoot shown={rows.length} total={total} onMore={pages.more} pending={pages.pending} />}
          />
        ) : (
          <Empty title={t('privacy.noLooks')} />
        )
      }
    </Answer>
  )
}

function Acts() {
  const { t } = useTranslation('me')
  const pages = usePages(['me', 'acts'], (cursor) => accounts.listActs({ query: { cursor } }))
  const columns: Column<OneAct>[] = [
    { key: 'at', short: true, title: t('privacy.at'), cell: ({ happenedAt }) => instant(happenedAt) },
    { key: 'what', title: t('privacy.what'), cell: ({ route }) => actName(route) ?? t('privacy.otherAct') },
    { key: 'by', title: t('privacy.by'), cell: ({ byHelper }) => t(byHelper ? 'privacy.helper' : 'privacy.oneself') },
  ]
  return (
    <Answer of={pages}>
      {({ rows, total }) =>
        rows.length ? (
          <DataTable
            caption={t('privacy.acts')}
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            foot={<PagedFoot shown={rows.length} total={total} onMore={pages.more} pending={pages.pending} />}
          />
        ) : (
          <Empty title={t('privacy.noActs')} />
        )
      }
    </Answer>
  )
}
