import type { ComparedPolicy } from '@renshu/contracts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../i18n/name-in.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { day } from '../../../ui/format.ts'
import { ChineseOnly } from '../../../ui/text/chinese-only.tsx'
import { Page } from '../../../ui/page.tsx'
import { Answer } from '../../../ui/state/answer.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { ExportButton } from '../../../ui/table/export-button.tsx'
import { ServiceLink } from '../library/service-link.tsx'
import { useComparedColumns } from './compared-columns.tsx'
import { PolicyLink } from './links.tsx'
import { own } from './own.ts'
import { keyOf, ME, type Owner } from './owner.ts'
import { Tabs } from './tabs.tsx'

/** The person's own. */
export const MyPolicies = () => <ComparisonPage owner={ME} />

/** All policies for one person or organisation: whether, how much, what is missing, and where to begin. */
export function ComparisonPage({ owner }: { owner: Owner }) {
  const { t } = useTranslation(['policy', 'entitlements'])
  const columns = useColumns(owner)
  const query = useQuery({ queryKey: [...keyOf(owner), 'comparison'], queryFn: () => own(owner).compare() })
  return (
    <Page title={t('entitlements:compare.title')} lead={t(`entitlements:compare.${owner.kind}Lead`)}>
      <Tabs owner={owner} />
      <ChineseOnly />
      <Answer of={query}>
        {({ policies, effective }) =>
          policies.length ? (
            <>
              <DataTable
                caption={t('entitlements:compare.title')}
                columns={columns}
                rows={policies}
                rowKey={({ key }) => key}
                foot={
                  <>
                    <span className="quiet">{t('entitlements:compare.day', { day: day(effective) })}</span>
                    <ExportButton name={t('entitlements:compare.title')} columns={columns} rows={policies} />
                  </>
                }
              />
              <p className="small quiet">{t('entitlements:compare.note')}</p>
            </>
          ) : (
            <Empty
              title={t('entitlements:compare.none')}
              actions={<ButtonLink to="/policies">{t('library.title')}</ButtonLink>}
            />
          )
        }
      </Answer>
    </Page>
  )
}

function useColumns(owner: Owner): Column<ComparedPolicy>[] {
  const { t } = useTranslation(['policy', 'entitlements'])
  return [
    {
      key: 'title',
      title: t('entitlements:compare.policy'),
      plain: ({ title }) => nameIn(title),
      cell: ({ key, title }) => (
        <PolicyLink owner={owner} policy={key}>
          {nameIn(title)}
        </PolicyLink>
      ),
    },
    ...useComparedColumns(),
    {
      key: 'to',
      short: true,
      title: t('first.until'),
      plain: ({ to }) => to,
      cell: ({ to }) => (to ? day(to) : t('parameter.open')),
    },
    {
      key: 'start',
      title: t('entitlements:compare.start'),
      cell: ({ key, service, outcome }) =>
        service && outcome === 'granted' ? (
          <ServiceLink service={service} />
        ) : (
          <PolicyLink owner={owner} policy={key}>
            {t(outcome === 'unknown' ? 'entitlements:compare.answer' : 'entitlements:compare.why')}
          </PolicyLink>
        ),
    },
  ]
}
