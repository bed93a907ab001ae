import type { PolicyDocument } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../i18n/name-in.ts'
import { day } from '../../../ui/format.ts'
import { Zh } from '../values/amount.tsx'

interface DocumentsProps {
  of: readonly PolicyDocument[]
  /** Clauses elsewhere on the page lead here. */
  named?: boolean
}

/** Where a policy is written, and how sure its text is. */
export function Documents({ of: documents, named }: DocumentsProps) {
  const { t } = useTranslation('policy')
  return (
    <ul className="plain stack">
      {documents.map(({ id, title, number, link, published, certainty }) => (
        <li key={id} {...(named && { id: `document-${id}`, tabIndex: -1 })}>
          <p>
            {link ? (
              <a className="alone" href={link} rel="noreferrer">
                <Zh>{title}</Zh>
              </a>
            ) : (
              <Zh>{title}</Zh>
            )}
          </p>
          <p className="small quiet">
            {number && <Zh>{`${number} `}</Zh>}
            {published && t('page.published', { day: day(published) })}
          </p>
          {certainty && <p className="small quiet">{t('page.certainty', { words: nameIn(certainty) })}</p>}
        </li>
      ))}
    </ul>
  )
}
