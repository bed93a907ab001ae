import { z } from 'zod'
import { failures } from './failure.ts'
import { routes } from './route.ts'

/** Failures that any route may answer. */
export const platformFailures = failures('platform', {
  invalidInput: {
    kind: 'invalid',
    zh: '有的内容填写不对，请按提示修改后再提交',
    en: 'Some values are not right; mend them as shown and send again',
  },
  malformedBody: { kind: 'invalid', zh: '请求内容不是有效的 JSON', en: 'The body is not valid JSON' },
  bodyTooLarge: { kind: 'tooLarge', zh: '内容太大，最多 {limit}', en: 'Too large; at most {limit}' },
  keyMissing: {
    kind: 'invalid',
    zh: '写入请求要带 Idempotency-Key：8 至 100 个不含空格的 ASCII 字符',
    en: 'A write needs an Idempotency-Key of 8 to 100 printable ASCII characters without blanks',
  },
  keyReused: {
    kind: 'conflict',
    zh: '这个 Idempotency-Key 已用于另一个请求',
    en: 'This Idempotency-Key was used for another request',
  },
  signedOut: {
    kind: 'unauthenticated',
    zh: '请先登录；已填写的内容会保留',
    en: 'Please sign in; what you typed is kept',
  },
  accessDenied: { kind: 'forbidden', zh: '您没有做这件事的权限', en: 'You have no right to do this' },
  notMandated: {
    kind: 'forbidden',
    zh: '委托不包含这件事，请由本人或本单位办理',
    en: 'The mandate does not cover this; the person or the organisation has to do it',
  },
  agentBarred: {
    kind: 'forbidden',
    zh: '受托方要是有资格的人力资源服务机构：已认证、许可或备案有效、没有处罚',
    en: 'Only an HR service agency with standing acts for others: verified, licensed or filed, not sanctioned',
  },
  secondFactorNeeded: { kind: 'forbidden', zh: '请先完成第二步验证', en: 'Pass the second factor first' },
  foreignOrigin: {
    kind: 'forbidden',
    zh: '请求来自别的网站，已拒绝',
    en: 'The request came from another site and was refused',
  },
  notFound: {
    kind: 'notFound',
    zh: '没有找到，可能已被删除或您看不到它',
    en: 'Not found; it may be gone or not yours to see',
  },
  stale: {
    kind: 'conflict',
    zh: '刚才有人改过这条记录，请刷新后再改；您填写的内容没有丢',
    en: 'Somebody changed this record just now; reload and try again, nothing you typed is lost',
  },
  tooManyRequests: {
    kind: 'tooMany',
    zh: '操作太频繁，请在 {at} 之后再试；页面上已填写的内容没有丢',
    en: 'Too many requests; go on after {at} (Beijing time); what you typed on the page is not lost',
  },
  badCursor: {
    kind: 'invalid',
    zh: '翻页位置无效，请从第一页开始',
    en: 'The page cursor is not valid; start from the first page',
  },
  unavailable: {
    kind: 'unavailable',
    zh: '服务暂时不可用，请稍后再试；您填写的内容没有丢',
    en: 'The service is not available just now; try again shortly',
  },
  unexpected: {
    kind: 'unavailable',
    zh: '出了意外，我们已记录，请报告编号 {requestId}',
    en: 'Something went wrong and was recorded; quote {requestId}',
  },
})

export const platformRoutes = routes({
  health: {
    method: 'GET',
    path: '/health',
    access: 'public',
    summary: ['进程在运行', 'The process runs'],
    response: z.object({ status: z.literal('ok') }),
  },
  readiness: {
    method: 'GET',
    path: '/ready',
    access: 'public',
    summary: ['数据库可用，可以接受请求', 'The database answers and requests are taken'],
    response: z.object({
      status: z.literal('ready'),
      migrations: z.int(),
      /** Subscribers that do not get past an event; what comes after it waits for them. The log says which, and why. */
      stuck: z.array(z.string()),
    }),
    errors: ['platform.unavailable'],
  },
})

export const fileFailures = failures('files', {
  empty: { kind: 'invalid', zh: '文件是空的', en: 'The file is empty' },
  unsupported: {
    kind: 'invalid',
    zh: '不支持这种文件，请上传 {kinds}',
    en: 'This kind of file is not taken; upload {kinds}',
  },
  notFound: { kind: 'notFound', zh: '没有这个文件，或您无权查看', en: 'No such file, or not yours to see' },
})
