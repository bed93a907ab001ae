import { useTranslation } from 'react-i18next'
import { Zh } from '../values/amount.tsx'
import { Example } from '../values/example.tsx'

interface SourcedProps {
  clause: string | null
  /** Id of a document. */
  source: string | null
  example: boolean
  documents: readonly { id: string; title: string; number: string | null }[]
}

/** Where something is stated: clause and document, or the badge of an example. */
export function Sourced({ clause, source, example, documents }: SourcedProps) {
  const { t } = useTranslation('policy')
  const document = documents.find(({ id }) => id === source)
  return (
    <p className="small quiet">
      {clause && (
        <>
          {t('clause')}
          <Zh>{clause}</Zh>{' '}
        </>
      )}
      {document && (
        <a href={`#document-${document.id}`}>
          <Zh>{document.number ?? document.title}</Zh>
        </a>
      )}
      {example && <Example />}
    </p>
  )
}
