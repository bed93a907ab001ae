import { addressOf, registryRoutes, type VerificationFile } from '@renshu/contracts'

type Verification = ReturnType<typeof VerificationFile.parse>['verification']

export const VerificationDocuments = ({ of: { id, documents } }: { of: Verification }) => (
  <ul className="plain">
    {documents.map((document) => (
      <li key={document.id}>
        <a
          href={addressOf(registryRoutes.verificationDocument, {
            params: { verificationId: id, fileId: document.id },
          })}
          download={document.name}
        >
          {document.name}
        </a>
      </li>
    ))}
  </ul>
)
