import {
  type CaseFile,
  organisationCaseRoutes,
  personCaseRoutes,
  publicCaseRoutes,
  type TakeUpBody,
} from '@renshu/contracts'
import { plainClient, signedInClient } from '../../../../app/client.ts'
import type { Owner } from '../owner.ts'

const { myTakeUp } = personCaseRoutes
const { firmTakeUp } = organisationCaseRoutes
const cases = signedInClient({ myTakeUp, firmTakeUp })
const hall = plainClient(publicCaseRoutes)

/** Consents to an entitlement: its case is opened and sent with what is on record and what is answered here. */
export const takeUp = (owner: Owner, entitlementId: string, answers: TakeUpBody['answers']): Promise<CaseFile> =>
  owner.kind === 'person'
    ? cases.myTakeUp({ params: { entitlementId }, body: { answers } })
    : cases.firmTakeUp({ params: { entitlementId, organisationId: owner.organisationId }, body: { answers } })

/** The questions of a service by their keys, in its order. */
export async function fieldsOfService(serviceKey: string, keys: readonly string[]) {
  if (!keys.length) return []
  const { fields } = await hall.service({ params: { serviceKey } })
  return fields.filter(({ key }) => keys.includes(key))
}
