import { personPolicyRoutes, type PolicyLook } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { signedInClient } from '../../../app/client.ts'
import { instant } from '../../../ui/format.ts'
import type { Column } from '../../../ui/table/columns.ts'
import { PagedTable } from '../../../ui/table/paged-table.tsx'
import { usePages } from '../../../ui/table/use-pages.ts'
import { keyOf, ME } from './owner.ts'

const person = signedInClient(personPolicyRoutes)

/** When and why officers looked at what is held of the person, whatever came of it. */
export function Looks() {
  const { t } = useTranslation('entitlements')
  const list = usePages<PolicyLook & { id: string }>([...keyOf(ME), 'looks'], async (cursor) => {
    const { items, ...rest } = await person.ownLooks({ query: { cursor } })
    // Two looks of one instant for one reason are still two.
    return { ...rest, items: items.map((look, at) => ({ ...look, id: `${cursor ?? ''} ${at}` })) }
  })
  const columns: Column<PolicyLook>[] = [
    { key: 'at', short: true, title: t('looks.at'), cell: ({ at }) => instant(at) },
    { key: 'what', title: t('looks.what'), cell: ({ what }) => t(`looks.of.${what}`) },
    { key: 'reason', title: t('looks.reason'), cell: ({ reason }) => reason },
  ]
  return (
    <section className="stack">
      <h2>{t('looks.title')}</h2>
      <p className="quiet">{t('looks.lead')}</p>
      <PagedTable
        of={list}
        caption={t('looks.title')}
        columns={columns}
        empty={<p className="quiet">{t('looks.none')}</p>}
      />
    </section>
  )
}
