import { expect, it } from 'vitest'
import { agencyFor, stateOf } from './mandate-state.ts'

const mandate = {
  id: '01900000-0000-7000-8000-000000000001',
  principalId: '01900000-0000-7000-8000-000000000002',
  agentId: '01900000-0000-7000-8000-000000000003',
  purposes: ['recruiting' as const],
  from: '2026-03-01',
  until: '2026-05-31',
  givenBy: '王有为',
  acceptedAt: '2026-02-27T01:00:00.000Z',
  declinedAt: null,
  answeredBy: '李经理',
  withdrawnAt: null,
}

it('a mandate holds on its first and on its last day', () => {
  expect(stateOf(mandate, '2026-02-28')).toBe('notYet')
  expect(stateOf(mandate, '2026-03-01')).toBe('active')
  expect(stateOf(mandate, '2026-05-31')).toBe('active')
  expect(stateOf(mandate, '2026-06-01')).toBe('ended')
})

it('a mandate that the agency has not taken is an offer until its last day', () => {
  const offered = { ...mandate, acceptedAt: null }
  expect(stateOf(offered, '2026-02-28')).toBe('offered')
  expect(stateOf(offered, '2026-05-31')).toBe('offered')
  expect(stateOf(offered, '2026-06-01')).toBe('ended')
})

it('what an agency refused is told apart from what it laid down later', () => {
  const declinedAt = '2026-03-02T01:00:00.000Z'
  expect(stateOf({ ...mandate, acceptedAt: null, declinedAt }, '2026-03-15')).toBe('declined')
  expect(stateOf({ ...mandate, declinedAt }, '2026-03-15')).toBe('laidDown')
})

it('a withdrawn mandate is shown as withdrawn, whatever its days', () => {
  const withdrawn = { ...mandate, withdrawnAt: '2026-03-02T01:00:00.000Z' }
  for (const today of ['2026-02-28', '2026-03-15', '2026-06-01']) expect(stateOf(withdrawn, today)).toBe('withdrawn')
})

it('somebody who belongs to the organisation acts as its member, also where an agency is entrusted', () => {
  const { principalId: organisationId, agentId } = mandate
  const through = {
    organisationId,
    role: 'recruiter' as const,
    throughOrganisationId: agentId,
    purposes: ['recruiting' as const],
  }
  const own = { organisationId, role: 'viewer' as const, throughOrganisationId: null, purposes: null }
  expect(agencyFor([through], organisationId)).toBe(agentId)
  expect(agencyFor([through, own], organisationId)).toBeNull()
  expect(agencyFor([through], agentId)).toBeNull()
})
