import { registryRoutes } from '@renshu/contracts'
import { useQuery } from '@tanstack/react-query'
import { signedInClient } from '../../app/client.ts'

/** The register as officers work on it. */
export const bureau = signedInClient(registryRoutes)

export const useVerification = (verificationId: string) =>
  useQuery({
    queryKey: ['bureau', 'verification', verificationId],
    queryFn: () => bureau.verification({ params: { verificationId } }),
  })
