import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { useFilterText } from './chips.tsx'
import type { Asked } from './asked.ts'
import { loosened } from './question.ts'

/** Nothing was found: what was too narrow can be let go, one thing at a time. */
export function NoneFound({ asked }: { asked: Asked }) {
  const { t } = useTranslation('jobs')
  const text = useFilterText(undefined)
  const ways = loosened(asked)
  return (
    <Empty
      title={t('none.title')}
      actions={
        <ButtonLink to="/jobs" search={{}}>
          {t('none.all')}
        </ButtonLink>
      }
    >
      <p>{t(ways.length ? 'none.loosen' : 'none.words')}</p>
      {ways.length > 0 && (
        <ul className="plain chips centre">
          {ways.map(({ without, asked: looser }) => (
            <li key={without}>
              <Link className="chip" to="/jobs" search={looser}>
                {t('none.without', { what: text(without, asked[without]!) })}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Empty>
  )
}
