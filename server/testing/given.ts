import type { MemberRole } from '@renshu/contracts'
import { createOfficer, findOrCreate, joinOrganisation, openSession } from '../src/modules/accounts/index.ts'
import type { TestApp } from './app.ts'

/** Somebody signed in, as `app.as(routes, somebody)` takes it. */
export interface SomebodyGiven {
  personId: string
  token: string
  phone: string
}

let phones = 0
/** A phone nobody else was given in this test file. */
const newPhone = () => `139${String(++phones).padStart(8, '0')}`

const CITY = '370200'

/** The desk of a command: accounts in scope system. */
function atDesk<T>(
  app: TestApp,
  work: (desk: Parameters<typeof openSession>[0]) => Promise<T>,
  city = CITY,
): Promise<T> {
  const { clock, database, secrets } = app.services
  return database.transaction({ kind: 'system', city }, (tx) => work({ tx, city, secrets, ...clock }))
}

const userAgent = 'test'

/** Records of accounts that a test starts from, written the way commands write them. */
export const given = {
  person: (
    app: TestApp,
    { name = '测试人', phone = newPhone(), city = CITY }: { name?: string; phone?: string; city?: string } = {},
  ): Promise<SomebodyGiven> =>
    atDesk(
      app,
      async (desk) => {
        const { personId } = await findOrCreate(desk, phone, name)
        return { personId, phone, token: await openSession(desk, { personId, userAgent, confirmed: false }) }
      },
      city,
    ),

  /** An officer whose session has passed the second factor, unless `confirmed` is false. */
  officer: (
    app: TestApp,
    {
      name = '测试经办',
      district = null,
      administrator = false,
      confirmed = true,
      city = CITY,
    }: { name?: string; district?: string | null; administrator?: boolean; confirmed?: boolean; city?: string } = {},
  ): Promise<SomebodyGiven & { officerId: string }> =>
    atDesk(
      app,
      async (desk) => {
        const phone = newPhone()
        const { id: officerId, personId } = await createOfficer(desk, { phone, name, district, administrator })
        return { officerId, personId, phone, token: await openSession(desk, { personId, userAgent, confirmed }) }
      },
      city,
    ),

  /** A new person as a member of an organisation; accounts need not know the organisation. */
  async member(
    app: TestApp,
    organisationId: string,
    role: MemberRole,
    options: { name?: string; city?: string } = {},
  ): Promise<SomebodyGiven> {
    const somebody = await given.person(app, options)
    const { personId } = somebody
    await atDesk(
      app,
      (desk) => joinOrganisation(desk, { organisationId, personId, role, addedByPersonId: personId }),
      options.city,
    )
    return somebody
  },
}
