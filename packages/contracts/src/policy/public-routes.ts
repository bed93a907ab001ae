import { z } from 'zod'
import { routes } from '../route.ts'
import { page } from '../values.ts'
import { CalculateBody, Decision } from './decisions.ts'
import { PoliciesQuery, PolicyCard, PolicyDifference, PolicyPage } from './library.ts'
import { PolicyDay, PolicyHash, PolicyKey } from './values.ts'

const ofPolicy = z.object({ key: PolicyKey })

/** The library, and a calculator for everybody. */
export const publicPolicyRoutes = routes({
  policies: {
    method: 'GET',
    path: '/policies',
    access: 'public',
    summary: ['政策库：按文字、对象、是否有效查找', 'The policies of the city, by words, subject and whether in force'],
    query: PoliciesQuery,
    response: page(PolicyCard),
    errors: ['platform.badCursor'],
  },
  policy: {
    method: 'GET',
    path: '/policies/:key',
    access: 'public',
    summary: ['一项政策：依据、事实、标准、条件、限制、版本', 'One policy with everything it is made of'],
    params: ofPolicy,
    query: z.object({ on: PolicyDay.optional() }),
    response: PolicyPage,
    errors: ['policy.noPolicy'],
  },
  policyVersion: {
    method: 'GET',
    path: '/policies/:key/versions/:hash',
    access: 'public',
    summary: ['一项政策的某个版本', 'A policy as a version of it said'],
    params: ofPolicy.extend({ hash: PolicyHash }),
    response: PolicyPage,
    errors: ['policy.noPolicy', 'policy.noVersion'],
  },
  policyChanges: {
    method: 'GET',
    path: '/policies/:key/changes',
    access: 'public',
    summary: ['两个版本之间改了什么', 'What changed between two versions'],
    params: ofPolicy,
    query: z.object({ from: PolicyHash, to: PolicyHash }),
    response: z.object({ changes: z.array(PolicyDifference) }),
    errors: ['policy.noPolicy', 'policy.noVersion'],
  },
  calculatePolicy: {
    method: 'POST',
    path: '/policies/:key/calculation',
    access: 'public',
    summary: ['政策计算器：按所填内容判定，不保存', 'Decides from what is given; nothing is kept'],
    params: ofPolicy,
    body: CalculateBody,
    response: Decision,
    repeatable: true,
    limit: { times: 120, seconds: 60 },
    errors: ['policy.noPolicy', 'policy.factsWrong'],
  },
})
