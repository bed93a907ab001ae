import { z } from 'zod'

/** What is wrong with one field: `path` as in the request (`body.name`), `message` in the caller's language. */
export const FieldProblem = z.object({ path: z.string(), message: z.string() })
export type FieldProblem = z.infer<typeof FieldProblem>

/** RFC 9457 problem details. `code` is stable and documented; `title` and `detail` are in the caller's language. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string().regex(/^[a-z]+\.[a-zA-Z]+$/),
  detail: z.string().optional(),
  /** Quote it when asking for help: the log knows the request by it. */
  requestId: z.string().optional(),
  fields: z.array(FieldProblem).optional(),
})
export type Problem = z.infer<typeof Problem>
