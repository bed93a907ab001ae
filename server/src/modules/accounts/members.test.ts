import { accountsRoutes } from '@renshu/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../testing/app.ts'
import { invitationFor, refused, unusedPhone } from '../../../testing/codes.ts'
import { given } from '../../../testing/given.ts'

let app: TestApp
beforeAll(async () => (app = await startApp()))
afterAll(() => app.close())

const as = (token: string) => app.as(accountsRoutes, { token })
const newOrganisation = () => app.clock.newId()

async function invite(ownerToken: string, organisationId: string, phone: string) {
  const body = { phone, role: 'recruiter' as const }
  const text = await invitationFor(app, phone, () => as(ownerToken).inviteMember({ params: { organisationId }, body }))
  return text
}

test('an owner invites by phone, and who has the phone accepts by the code', async () => {
  const organisationId = newOrganisation()
  const owner = await given.member(app, organisationId, 'owner')
  const invited = await given.person(app, { name: '赵晓梅' })
  const code = await invite(owner.token, organisationId, invited.phone)
  expect((await as(owner.token).listInvitations({ params: { organisationId } })).items).toMatchObject([
    { role: 'recruiter', phone: `139****${invited.phone.slice(-4)}` },
  ])
  const accepted = await as(invited.token).acceptInvitation({ body: { code } })
  expect(accepted).toEqual({ kind: 'member', organisationId, role: 'recruiter', personId: null })
  expect((await as(invited.token).getMe()).memberships).toEqual([
    { organisationId, role: 'recruiter', throughOrganisationId: null, purposes: null },
  ])
  const { items } = await as(invited.token).listMembers({ params: { organisationId } })
  expect(items.map(({ name, role }) => [name, role])).toEqual([
    ['测试人', 'owner'],
    ['赵晓梅', 'recruiter'],
  ])
  await refused('accounts.invitationGone', as(invited.token).acceptInvitation({ body: { code } }))
})

test('an invitation is good for its phone only, for seven days, and until it is withdrawn', async () => {
  const organisationId = newOrganisation()
  const owner = await given.member(app, organisationId, 'owner')
  const invited = await given.person(app)
  const other = await given.person(app)
  const code = await invite(owner.token, organisationId, invited.phone)
  await refused('accounts.invitationGone', as(other.token).acceptInvitation({ body: { code } }))
  const params = {
    organisationId,
    invitationId: (await as(owner.token).listInvitations({ params: { organisationId } })).items[0]!.id,
  }
  await as(owner.token).withdrawInvitation({ params })
  await refused('accounts.invitationGone', as(invited.token).acceptInvitation({ body: { code } }))
  const late = await invite(owner.token, organisationId, invited.phone)
  app.clock.advance(7 * 86_400)
  await refused('accounts.invitationGone', as(invited.token).acceptInvitation({ body: { code: late } }))
})

test('a phone gets ten invitations a day, whoever sends them, also where each is withdrawn', async () => {
  const phone = unusedPhone()
  for (let sent = 0; sent < 10; sent++) {
    const organisationId = newOrganisation()
    const owner = as((await given.member(app, organisationId, 'owner')).token)
    const { id } = await owner.inviteMember({ params: { organisationId }, body: { phone, role: 'viewer' } })
    await owner.withdrawInvitation({ params: { organisationId, invitationId: id } })
  }
  const organisationId = newOrganisation()
  const owner = as((await given.member(app, organisationId, 'owner')).token)
  const again = () => owner.inviteMember({ params: { organisationId }, body: { phone, role: 'viewer' } })
  await refused('platform.tooManyRequests', again())
  app.clock.advance(86_400)
  await again()
})

test('inviting answers the same for a phone that nobody has', async () => {
  const organisationId = newOrganisation()
  const owner = await given.member(app, organisationId, 'owner')
  const known = await given.person(app)
  const shapes = []
  for (const phone of [known.phone, unusedPhone()]) {
    const body = { phone, role: 'viewer' as const }
    const { id: _, phone: __, ...rest } = await as(owner.token).inviteMember({ params: { organisationId }, body })
    shapes.push(rest)
  }
  expect(shapes[0]).toEqual(shapes[1])
})

test('the last owner neither leaves, nor is removed, nor gives the role away', async () => {
  const organisationId = newOrganisation()
  const params = { organisationId }
  const owner = await given.member(app, organisationId, 'owner')
  const viewer = await given.member(app, organisationId, 'viewer')
  const members = (await as(owner.token).listMembers({ params })).items
  const own = members.find(({ personId }) => personId === owner.personId)!
  const other = members.find(({ personId }) => personId === viewer.personId)!
  await refused('accounts.lastOwner', as(owner.token).leaveOrganisation({ params }))
  const ownParams = { organisationId, memberId: own.id }
  await refused('accounts.lastOwner', as(owner.token).removeMember({ params: ownParams }))
  const down = { role: 'viewer' as const, version: 1 }
  await refused('accounts.lastOwner', as(owner.token).changeMember({ params: ownParams, body: down }))
  const up = {
    params: { organisationId, memberId: other.id },
    body: { role: 'owner' as const, version: other.version },
  }
  expect(await as(owner.token).changeMember(up)).toMatchObject({ role: 'owner', version: 2 })
  await as(owner.token).leaveOrganisation({ params })
  await refused('platform.accessDenied', as(owner.token).listMembers({ params }))
})

test('of two owners who leave at once, one stays', async () => {
  const organisationId = newOrganisation()
  const owners = [await given.member(app, organisationId, 'owner'), await given.member(app, organisationId, 'owner')]
  const params = { organisationId }
  const left = await Promise.allSettled(owners.map(({ token }) => as(token).leaveOrganisation({ params })))
  expect(left.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('each role reaches what it may, and a stranger nothing', async () => {
  const organisationId = newOrganisation()
  const params = { organisationId }
  const viewer = await given.member(app, organisationId, 'viewer')
  const stranger = await given.member(app, newOrganisation(), 'owner')
  await as(viewer.token).listMembers({ params })
  await refused('platform.accessDenied', as(viewer.token).listInvitations({ params }))
  await refused('platform.accessDenied', as(stranger.token).listMembers({ params }))
  await refused('platform.signedOut', app.as(accountsRoutes).listMembers({ params }))
})

test('an owner of one organisation cannot reach a member of another through its own path', async () => {
  const mine = newOrganisation()
  const theirs = newOrganisation()
  const owner = await given.member(app, mine, 'owner')
  const other = await given.member(app, theirs, 'owner')
  await given.member(app, theirs, 'owner')
  const { items } = await as(other.token).listMembers({ params: { organisationId: theirs } })
  for (const { id: memberId } of items)
    await refused('platform.notFound', as(owner.token).removeMember({ params: { organisationId: mine, memberId } }))
})
