import { useTranslation } from 'react-i18next'
import { useCity } from '../../app/city.ts'
import { nameIn } from '../../i18n/name-in.ts'
import { Answer } from '../../ui/state/answer.tsx'
import { Card } from '../../ui/card.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Page } from '../../ui/page.tsx'
import { DataTable } from '../../ui/table/data-table.tsx'

/** The city as its folder states it. */
export function CityPage() {
  const { t } = useTranslation(['city', 'ui'])
  return (
    <Page title={t('ui:nav.city')} lead={t('home.lead')}>
      <Answer of={useCity()}>
        {(city) => (
          <>
            <Card title={nameIn(city.name)}>
              <Facts
                of={[
                  [t('home.code'), city.code],
                  [t('home.province'), nameIn(city.province)],
                  [t('home.bureau'), nameIn(city.bureau)],
                  [t('home.hotline'), city.hotline.number],
                  [t('home.businessTypes'), city.businessTypes.map(({ name }) => nameIn(name)).join(t('ui:comma'))],
                ]}
              />
            </Card>
            <DataTable
              caption={t('home.districts')}
              columns={[
                { key: 'name', title: t('home.districts'), cell: ({ name }) => nameIn(name) },
                { key: 'code', title: t('home.code'), cell: ({ code }) => code },
                {
                  key: 'aliases',
                  title: t('home.aliases'),
                  cell: ({ aliases }) => aliases.map(nameIn).join(t('ui:comma')) || '-',
                },
                {
                  key: 'streets',
                  title: t('home.streets'),
                  align: 'end',
                  definition: t('home.streetsText'),
                  cell: ({ streets }) => streets.length,
                },
              ]}
              rows={city.districts}
              rowKey={({ code }) => code}
            />
          </>
        )}
      </Answer>
    </Page>
  )
}
