import { accountsRoutes } from '@renshu/contracts'
import { plainClient, signedInClient } from './client.ts'

/** The person's own affairs, organisations' members and officers: pages bring it, the shell needs the session only. */
export const accounts = signedInClient(accountsRoutes)
/** What needs nobody to sign in. */
export const plainAccounts = plainClient(accountsRoutes)
