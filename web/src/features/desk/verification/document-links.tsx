import { addressOf, registryRoutes } from '@renshu/contracts'

interface DocumentLinksProps {
  organisationId: string
  documents: readonly { id: string; name: string }[]
}

export const DocumentLinks = ({ organisationId, documents }: DocumentLinksProps) => (
  <ul className="plain">
    {documents.map(({ id, name }) => (
      <li key={id}>
        <a href={addressOf(registryRoutes.document, { params: { organisationId, fileId: id } })} download={name}>
          {name}
        </a>
      </li>
    ))}
  </ul>
)
