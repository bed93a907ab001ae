import type { Look } from '@renshu/contracts'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../../../ui/button.tsx'
import { instant } from '../../../ui/format.ts'
import { Page } from '../../../ui/page.tsx'
import { Answer } from '../../../ui/state/answer.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { PagedFoot } from '../../../ui/table/paged-foot.tsx'
import { usePages } from '../../../ui/table/use-pages.ts'
import { seeker } from '../queries.ts'

/** Which employers looked at the profile, the contact or the CV, and when. */
export function LooksPage() {
  const { t } = useTranslation('seeker')
  const list = usePages(['me', 'looks'], (cursor) => seeker.looks({ query: { cursor, limit: 50 } }))
  const columns: Column<Look>[] = [
    {
      key: 'who',
      title: t('looks.who'),
      cell: ({ organisation: { id, name } }) => (
        <Link to="/organisations/$organisationId" params={{ organisationId: id }}>
          {name}
        </Link>
      ),
    },
    { key: 'what', short: true, title: t('looks.what'), cell: ({ what }) => t(`looks.${what}`) },
    { key: 'at', short: true, title: t('looks.at'), cell: ({ at }) => instant(at) },
  ]
  return (
    <Page
      title={t('rooms.looks')}
      lead={t('looks.lead')}
      actions={<ButtonLink to="/me/visibility">{t('rooms.visibility')}</ButtonLink>}
    >
      <Answer of={list}>
        {({ rows, total }) =>
          rows.length ? (
            <DataTable
              caption={t('rooms.looks')}
              columns={columns}
              rows={rows}
              rowKey={({ organisation, at, what }) => `${organisation.id} ${at} ${what}`}
              foot={<PagedFoot shown={rows.length} total={total} onMore={list.more} pending={list.pending} />}
            />
          ) : (
            <Empty title={t('looks.none')}>
              <p>{t('looks.noneText')}</p>
            </Empty>
          )
        }
      </Answer>
    </Page>
  )
}
