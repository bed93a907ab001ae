import { accountsRoutes, policyRoutes } from '@renshu/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../../testing/app.ts'
import { giveDuty } from '../../../../testing/office/cases.ts'
import { invitationFor, refused } from '../../../../testing/codes.ts'
import { given } from '../../../../testing/given.ts'

let app: TestApp
beforeAll(async () => (app = await startApp()))
afterAll(() => app.close())

test('an officer who is the helper of somebody states nothing of that person', async () => {
  const administrator = await given.officer(app, { administrator: true })
  const [helper, other] = [await given.officer(app), await given.officer(app)]
  for (const officer of [helper, other]) await giveDuty(app, administrator, officer, 'reviewer', null)
  const person = await given.person(app)
  const invite = { phone: helper.phone, purposes: ['cases' as const], until: '2026-12-31' }
  const code = await invitationFor(app, helper.phone, () =>
    app.as(accountsRoutes, person).inviteHelper({ body: invite }),
  )
  await app.as(accountsRoutes, helper).acceptInvitation({ body: { code } })
  const body = {
    subject: { personId: person.personId },
    record: 'insurance.unemploymentMonths',
    value: 60,
    on: '2026-03-01',
    statedBy: '样例机关',
  }
  await refused('policy.ownCase', app.as(policyRoutes, helper).recordHeldFact({ body }))
  expect(await app.as(policyRoutes, other).recordHeldFact({ body })).toMatchObject({ record: body.record })
})
