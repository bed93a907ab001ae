import { z } from 'zod'
import { routes } from '../../route.ts'
import { Day, DistrictCode, Done, Id, page, PageQuery } from '../../values.ts'
import { CounterHoursBody, DutyBody } from '../bodies.ts'
import { ofAppointment } from '../parts.ts'
import { Appointment, Counter, Duty } from '../records.ts'
import { ServiceFault, ServiceState } from '../services.ts'
import { CaseRole } from '../words.ts'

/** How the office is set up: duties, counters with their appointments, definitions. */
export const officeCaseRoutes = routes({
  duties: {
    method: 'GET',
    path: '/bureau/duties',
    access: 'officer',
    summary: ['岗位：管理员看到全部，其他人看到自己的', 'Duties: all to administrators, the own ones to others'],
    query: PageQuery.extend({
      district: DistrictCode.optional(),
      role: CaseRole.optional(),
      ended: z.stringbool().default(false),
    }),
    response: page(Duty),
  },
  giveDuty: {
    method: 'POST',
    path: '/bureau/duties',
    access: 'administrator',
    summary: ['设岗；不能给自己设', 'Give a duty to an officer, never to oneself'],
    body: DutyBody,
    response: Duty,
    errors: ['cases.ownDuty', 'cases.notAnOfficer', 'cases.dutyGiven', 'cases.unknownDistrict'],
  },
  endDuty: {
    method: 'DELETE',
    path: '/bureau/duties/:dutyId',
    access: 'administrator',
    summary: ['撤岗；手上的待办转给同岗位的人', 'End a duty; its tasks go to others who have it'],
    params: z.object({ dutyId: Id }),
    response: Done,
    errors: ['cases.noDuty'],
  },
  counterAppointments: {
    method: 'GET',
    path: '/bureau/appointments',
    access: 'officer',
    summary: ['本窗口某一天的预约', 'Appointments of the own counters on a day'],
    query: PageQuery.extend({ on: Day.optional(), counter: Id.optional() }),
    response: page(Appointment).extend({ on: Day }),
  },
  markAppointment: {
    method: 'POST',
    path: '/bureau/appointments/:appointmentId',
    access: 'officer',
    summary: ['登记到场或未到', 'Whether somebody came'],
    params: ofAppointment,
    body: z.strictObject({ status: z.enum(['came', 'missed']) }),
    response: Appointment,
    errors: ['cases.noAppointment', 'cases.noDuty', 'cases.tooEarly'],
  },
  setCounter: {
    method: 'PUT',
    path: '/bureau/counters/:counterId',
    access: 'administrator',
    summary: ['设置窗口的地址和预约时间', 'Address and hours of a counter; a new id makes a new one'],
    params: z.object({ counterId: Id }),
    body: CounterHoursBody,
    response: Counter,
    errors: ['platform.stale', 'cases.unknownDistrict', 'cases.badHours'],
  },
  definitions: {
    method: 'GET',
    path: '/bureau/services',
    access: 'officer',
    summary: ['事项定义：版本、来处和没有通过检查的文件', 'Definitions that run, and files that were refused'],
    response: z.object({ items: z.array(ServiceState), faults: z.array(ServiceFault) }),
  },
  reload: {
    method: 'POST',
    path: '/bureau/services/reload',
    access: 'administrator',
    summary: [
      '重新读取事项文件；有错的整份不用，原来的继续运行',
      'Read the files again; one with a fault is refused whole and what ran runs on',
    ],
    response: z.object({
      /** Keys of services that now run in a new version. */
      changed: z.array(z.string()),
      items: z.array(ServiceState),
      faults: z.array(ServiceFault),
    }),
    repeatable: true,
  },
})
