import { z } from 'zod'
import { routes } from '../route.ts'
import { DistrictCode, Done, Id, line, Version } from '../values.ts'
import { FoundPerson, Officer, SensitiveField, ShownMessage, Unmasked } from './answers.ts'
import { OneTimeCode, PersonName, Phone } from './inputs.ts'

/** Officers of the bureau, and what they may see of a person. */
export const officerRoutes = routes({
  listOfficers: {
    method: 'GET',
    path: '/officers',
    access: 'administrator',
    summary: ['经办人员', 'Officers'],
    response: z.object({ items: z.array(Officer) }),
  },
  addOfficer: {
    method: 'POST',
    path: '/officers',
    access: 'administrator',
    summary: ['增加经办人员', 'Adds an officer'],
    body: z.strictObject({
      phone: Phone,
      name: PersonName,
      district: DistrictCode.nullable(),
      administrator: z.boolean().default(false),
    }),
    response: Officer,
    // Its answer names somebody and is not to be kept; a second call finds the officer.
    repeatable: true,
    errors: ['accounts.alreadyOfficer', 'accounts.foreignDistrict'],
  },
  changeOfficer: {
    method: 'PATCH',
    path: '/officers/:officerId',
    access: 'administrator',
    summary: ['修改经办人员的范围', 'Changes the scope of an officer'],
    params: z.object({ officerId: Id }),
    body: z.strictObject({ district: DistrictCode.nullable(), administrator: z.boolean(), version: Version }),
    response: Officer,
    errors: ['accounts.lastAdministrator', 'accounts.foreignDistrict', 'platform.stale'],
  },
  removeOfficer: {
    method: 'DELETE',
    path: '/officers/:officerId',
    access: 'administrator',
    summary: ['取消经办人员', 'Removes an officer'],
    params: z.object({ officerId: Id }),
    response: Done,
    errors: ['accounts.lastAdministrator'],
  },
  resetSecondFactor: {
    method: 'DELETE',
    path: '/officers/:officerId/second-factor',
    access: 'administrator',
    summary: ['解绑丢失的身份验证器', 'Takes a lost authenticator away'],
    params: z.object({ officerId: Id }),
    response: Done,
  },
  findPeople: {
    method: 'POST',
    path: '/people/search',
    access: 'officer',
    summary: [
      '按完整手机号、身份证号或姓名查找人员，信息只显示一部分',
      'Finds people by the whole phone, resident id or name; shown masked',
    ],
    // A body, so that no phone stands in an address; each search leaves a trace.
    body: z.strictObject({ by: z.enum(['phone', 'residentId', 'name']), value: line(40) }),
    response: z.object({ items: z.array(FoundPerson) }),
    repeatable: true,
    limit: { times: 200, seconds: 3600 },
  },
  unmaskPerson: {
    method: 'POST',
    path: '/people/:personId/unmasking',
    access: 'officer',
    summary: ['凭理由查看某人的完整信息（留痕，本人可见）', 'Shows a sensitive field for a reason the person can read'],
    params: z.object({ personId: Id }),
    body: z.strictObject({ field: SensitiveField, reason: line(200).min(4) }),
    response: Unmasked,
    repeatable: true,
    limit: { times: 100, seconds: 3600 },
  },
  givePhone: {
    method: 'PUT',
    path: '/people/:personId/phone',
    access: 'officer',
    summary: [
      '给窗口凭证件登记的人员登记手机号：凭发到该手机的验证码；以后可自行登录（留痕，本人可见）',
      'Gives a phone to somebody recorded at a counter, by a code sent to it; the person can sign in from then on',
    ],
    params: z.object({ personId: Id }),
    body: z.strictObject({ phone: Phone, code: OneTimeCode }),
    response: FoundPerson,
    limit: { times: 60, seconds: 3600 },
    errors: ['accounts.codeWrong', 'accounts.notAtCounter', 'accounts.phoneHasAccount', 'platform.stale'],
  },
  listShownMessages: {
    method: 'GET',
    path: '/development/messages',
    access: 'public',
    summary: ['开发模式：本应发出的短信和邮件', 'Development: the messages that would have been sent'],
    response: z.object({ items: z.array(ShownMessage) }),
  },
})
