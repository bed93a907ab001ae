import type { Decision } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { day } from '../../../ui/format.ts'
import { Documents } from '../definition/documents-list.tsx'
import { Shown, Zh } from '../values/amount.tsx'
import { Example } from '../values/example.tsx'

/** What a decision rests on: the values it read with their days and sources, and the documents. */
export function Basis({ of: { basis, documents } }: { of: Decision }) {
  const { t } = useTranslation('policy')
  return (
    <details>
      <summary>{t('decision.basis')}</summary>
      <div className="stack">
        <ul className="plain checked">
          {basis.map(({ name, shown, from, to, source, clause, example }) => (
            <li key={`${name} ${from}`}>
              <Zh>{name}</Zh>{' '}
              <strong>
                <Shown of={shown} />
              </strong>
              <p className="small quiet">
                {t('decision.holds', { from: day(from), to: to ? day(to) : t('parameter.open') })}{' '}
                {clause && <Zh>{clause}</Zh>}{' '}
                {source && <Zh>{documents.find(({ id }) => id === source)?.title ?? source}</Zh>}{' '}
                {example && <Example />}
              </p>
            </li>
          ))}
        </ul>
        <Documents of={documents} />
      </div>
    </details>
  )
}
