import { z } from 'zod'
import { routes } from './route.ts'
import { Named } from './work.ts'

/** A part of a name, its pinyin or its initials. */
const typed = z.object({ q: z.string().trim().min(1).max(40) })
const limit = { times: 600, seconds: 60 } as const

export const codesRoutes = routes({
  occupations: {
    method: 'GET',
    path: '/codes/occupations',
    access: 'public',
    summary: [
      '按日常叫法、拼音或首字母查找职业（《职业分类大典（2022）》）',
      'Occupations of the national classification by everyday words, pinyin or initials',
    ],
    query: typed,
    /** `title` is the everyday name that was found, `name` the official one. */
    response: z.object({ items: z.array(Named.extend({ title: z.string() })) }),
    limit,
  },
  certificates: {
    method: 'GET',
    path: '/codes/certificates',
    access: 'public',
    summary: ['按叫法、拼音或首字母查找证书', 'Certificates and licences by name, pinyin or initials'],
    query: typed,
    response: z.object({ items: z.array(Named) }),
    limit,
  },
})
