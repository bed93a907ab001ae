import { readCreditCode } from '@renshu/codes'
import {
  accountsRoutes,
  type BusinessType,
  type LicenceKind,
  type MandatePurpose,
  type OrganisationKind,
  registryRoutes,
} from '@renshu/contracts'
import type { Commanding } from '../src/modules/registry/index.ts'
import type { TestApp } from './app.ts'
import { given, type SomebodyGiven } from './given.ts'

const CITY = '370200'
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const CHECKS = [...'0123456789X'].flatMap((first) => [...ALPHABET].map((last) => first + last))

/** A valid unified social credit code of 市南区, made up; another one for each number up to 999999. */
export function creditCode(number: number): string {
  const body = `91370202MB${String(number).padStart(6, '0')}`
  return CHECKS.map((check) => body + check).find((code) => readCreditCode(code).valid)!
}

/** The smallest document that is one: what counts is its first bytes. */
export const pdf = (text = '营业执照'): Uint8Array<ArrayBuffer> => new TextEncoder().encode(`%PDF-1.4\n${text}`)

/** Commands of the registry, as a case gives them that somebody decided. */
export const commandedBy =
  ({ services: { database, clock, cities, secrets } }: TestApp, personId: string) =>
  (work: (commanding: Commanding) => Promise<void>): Promise<void> =>
    database.transaction({ kind: 'system', city: CITY }, (tx) =>
      work({ tx, city: CITY, cities, secrets, ...clock, actor: { personId } }),
    )

let organisations = 0

interface Wanted {
  kind?: OrganisationKind
  name?: string
  district?: string
  businessTypes?: BusinessType[]
  city?: string
}

export interface OrganisationGiven {
  id: string
  name: string
  creditCode: string
  owner: SomebodyGiven
}

/** An organisation somebody registered; nobody has verified it. */
export async function givenOrganisation(app: TestApp, wanted: Wanted = {}): Promise<OrganisationGiven> {
  const { kind = 'employer', district = '370202', businessTypes = [] } = wanted
  const number = ++organisations
  const name = wanted.name ?? `样例单位${number}`
  const owner = await given.person(app, wanted)
  const code = creditCode(number)
  const body = { kind, name, creditCode: code, district, address: '样例路1号', businessTypes }
  const { id } = await app.as(registryRoutes, { ...owner, ...wanted }).register({ body })
  return { id, name, creditCode: code, owner }
}

/** An organisation that an officer has verified. */
export async function givenVerified(app: TestApp, wanted: Wanted = {}): Promise<OrganisationGiven> {
  const organisation = await givenOrganisation(app, wanted)
  const verificationId = await submit(app, organisation, wanted.city)
  const officer = await given.officer(app, wanted.city ? { city: wanted.city } : {})
  const body = { decision: 'accepted', version: 1 } as const
  await app.as(registryRoutes, { ...officer, ...wanted }).decideVerification({ params: { verificationId }, body })
  return organisation
}

/** Submits an organisation for verification with one document; the id of the application. */
export async function submit(app: TestApp, { id, owner }: OrganisationGiven, city?: string): Promise<string> {
  const own = app.as(registryRoutes, { ...owner, ...(city && { city }) })
  const params = { organisationId: id }
  const file = await own.upload({ params, query: { name: '执照.pdf' }, bytes: pdf() })
  return (await own.submitVerification({ params, body: { documents: [file.id] } })).id
}

/** A mandate of a client that an owner of the agency has accepted; its id. */
export async function givenMandate(
  app: TestApp,
  client: Pick<OrganisationGiven, 'id' | 'owner'>,
  agency: Pick<OrganisationGiven, 'id' | 'owner'>,
  terms: { purposes: MandatePurpose[]; until: string },
): Promise<string> {
  const params = { organisationId: client.id }
  const offering = app.as(accountsRoutes, client.owner)
  const { id } = await offering.giveMandate({ params, body: { agentId: agency.id, ...terms } })
  await app.as(accountsRoutes, agency.owner).acceptMandate({ params: { organisationId: agency.id, mandateId: id } })
  return id
}

interface Paper {
  kind?: LicenceKind
  number?: string
  covers?: BusinessType[]
  validFrom?: string
  validUntil?: string | null
}

/** A licence of an agency that an officer has confirmed; its id. */
export async function givenLicence(app: TestApp, { id, owner }: OrganisationGiven, paper: Paper = {}): Promise<string> {
  const licence = {
    kind: 'licence',
    number: `许可${++organisations}`,
    covers: ['recruiting'],
    issuedBy: '样例人社局',
    validFrom: '2024-01-01',
    validUntil: '2028-12-31',
    ...paper,
  } satisfies Paper & { issuedBy: string }
  const own = app.as(registryRoutes, owner)
  const { id: licenceId } = await own.proposeLicence({ params: { organisationId: id }, body: licence })
  const officer = app.as(registryRoutes, await given.officer(app))
  await officer.decideLicence({ params: { licenceId }, body: { decision: 'accepted', version: 1 } })
  return licenceId
}
