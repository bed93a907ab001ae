import { OrganisationKind } from '@renshu/contracts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Figure } from '../../ui/figure.tsx'
import { registry } from '../registry/directory/directory.ts'

const KINDS = OrganisationKind.options

/** How many organisations of each kind the directory holds; each number opens to its list. */
export function HomeFigures() {
  const { t } = useTranslation(['site', 'registry'])
  const { data } = useQuery({
    queryKey: ['organisationsByKind'],
    queryFn: async () => (await registry.districts({ query: {} })).items,
    staleTime: 300_000,
  })
  return (
    <ul className="plain tiles">
      {KINDS.map((kind) => (
        <li key={kind}>
          <Figure
            label={t(`registry:kind.${kind}`)}
            value={data ? data.reduce((sum, { kinds }) => sum + kinds[kind], 0) : null}
            unit={t('home.unit')}
            definition={t('home.definition')}
            link={
              <Link to="/organisations" search={{ kind }}>
                {t('home.open')}
              </Link>
            }
          />
        </li>
      ))}
    </ul>
  )
}
