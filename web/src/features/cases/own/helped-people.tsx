import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../app/session.ts'

/** A helper looks at his own cases, or at those of somebody he helps. */
export function HelpedPeople({ chosen }: { chosen: string | null }) {
  const { t } = useTranslation('cases')
  const helps = (useMe().data?.helps ?? []).filter(({ purposes }) => purposes.includes('cases'))
  if (!helps.length) return null
  return (
    <nav className="tabs" aria-label={t('own.whose')}>
      <Link
        to="/me/cases"
        activeOptions={{ exact: true, includeSearch: true }}
        aria-current={chosen ? undefined : 'page'}
      >
        {t('own.mine')}
      </Link>
      {helps.map(({ personId, name }) => (
        <Link
          key={personId}
          to="/me/cases"
          search={{ person: personId }}
          activeOptions={{ exact: true, includeSearch: true }}
          aria-current={chosen === personId ? 'page' : undefined}
        >
          {name}
        </Link>
      ))}
    </nav>
  )
}
