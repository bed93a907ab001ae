import { z } from 'zod'
import { routes } from '../../route.ts'
import { DistrictCode, Done, Id, line, page, PageQuery } from '../../values.ts'
import { NoticesQuery, ObjectBody, SlotsQuery } from '../bodies.ts'
import { CaseNotice, CaseProgress, Counter, Slot } from '../records.ts'
import { ServiceCard, ServiceDetail } from '../services.ts'
import { DefinitionKey } from '../words.ts'

/** What anybody may see: services, notices, counters, and with a receipt how far a case is. */
export const publicCaseRoutes = routes({
  services: {
    method: 'GET',
    path: '/services',
    access: 'public',
    summary: ['办事大厅：事项', 'Services of the city'],
    query: z.object({
      search: line(100).optional(),
      /** Who applies; `either` is found under both. */
      applicant: z.enum(['person', 'organisation']).optional(),
      policy: DefinitionKey.optional(),
    }),
    response: z.object({ items: z.array(ServiceCard) }),
  },
  service: {
    method: 'GET',
    path: '/services/:serviceKey',
    access: 'public',
    summary: ['一个事项：条件、材料、时限、流程图', 'One service with its drawing'],
    params: z.object({ serviceKey: DefinitionKey }),
    response: ServiceDetail,
    errors: ['cases.noService'],
  },
  notices: {
    method: 'GET',
    path: '/notices',
    access: 'public',
    summary: ['公示；结束后只在规定的天数内公开', 'Public notices; ended ones for the days the city sets'],
    query: NoticesQuery,
    response: page(CaseNotice),
    errors: ['platform.badCursor'],
  },
  object: {
    method: 'POST',
    path: '/notices/:noticeId/objections',
    access: 'person',
    summary: ['对公示提出异议，由受理窗口答复', 'Object to a notice; the counter answers'],
    params: z.object({ noticeId: Id }),
    body: ObjectBody,
    response: Done,
    limit: { times: 20, seconds: 86_400 },
    errors: ['cases.noNotice', 'cases.noticeOver', 'cases.alreadyObjected'],
  },
  progress: {
    method: 'GET',
    path: '/case-progress',
    access: 'public',
    summary: ['凭受理编号查进度', 'How far a case is, by the code of its receipt'],
    query: z.object({ code: line(40) }),
    response: CaseProgress,
    limit: { times: 20, seconds: 60 },
    errors: ['cases.noCase'],
  },
  counters: {
    method: 'GET',
    path: '/counters',
    access: 'public',
    summary: ['可以预约的窗口', 'Counters with their hours'],
    query: PageQuery.extend({ district: DistrictCode.optional() }),
    response: page(Counter),
  },
  slots: {
    method: 'GET',
    path: '/counter-slots',
    access: 'public',
    summary: ['窗口可以预约的时间', 'Free times of a counter, fourteen days'],
    query: SlotsQuery,
    response: z.object({ items: z.array(Slot) }),
    errors: ['cases.noCounter'],
  },
})
