import { codesRoutes } from '@renshu/contracts'
import { moduleOf } from '../platform/http/index.ts'
import { findCertificates, findOccupations } from './find.ts'

/** National codes, found by typing. */
export const codes = moduleOf('codes', codesRoutes, {
  occupations: async ({ query }) => ({ items: findOccupations(query.q) }),
  certificates: async ({ query }, { language }) => ({ items: findCertificates(query.q, language) }),
})
