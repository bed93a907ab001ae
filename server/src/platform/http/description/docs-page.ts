import type { Failure, Failures } from '@renshu/contracts'
import { html, raw } from 'hono/html'
import { z } from 'zod'
import type { Endpoint } from '../binder.ts'
import { statusOf } from '../problem.ts'

type Markup = ReturnType<typeof html>

const STYLE = `
  body { font: 15px/1.6 system-ui, 'PingFang SC', 'Microsoft YaHei', sans-serif; max-width: 60rem; margin: 0 auto; padding: 1rem; color: #1d2a33; background: #fbf9f4 }
  details { border-top: 1px solid #ded7c8; padding: .4rem 0 } summary { cursor: pointer } code, pre { font: 13px/1.5 ui-monospace, monospace }
  pre { overflow-x: auto; background: #fff; padding: .6rem; border: 1px solid #ded7c8 } .method { display: inline-block; width: 4.5rem; color: #0b5f85; font-weight: 600 }
  table { border-collapse: collapse } td, th { text-align: left; padding: .2rem .8rem .2rem 0; vertical-align: top }
  @media (prefers-color-scheme: dark) { body { background: #14191d; color: #e6e1d6 } pre { background: #1c2429; border-color: #33404a } .method { color: #6cc0e5 } details { border-color: #33404a } }`

const schemaText = (schema: z.ZodType, io: 'input' | 'output'): string => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return JSON.stringify(rest, null, 2)
}

const part = (title: string, schema: z.ZodType | undefined, io: 'input' | 'output'): Markup | string =>
  schema
    ? html`<h4>${title}</h4>
        <pre>${schemaText(schema, io)}</pre>`
    : ''

const endpointMarkup = ({ name, route }: Endpoint): Markup =>
  html` <details id="${name}">
    <summary>
      <code><span class="method">${route.method}</span>/api${route.path}</code> ${route.summary[0]}
    </summary>
    <p>
      ${route.summary[1]}. Access: <code>${route.access}</code>.
      ${route.errors?.map((code) => html`<a href="#${code}"><code>${code}</code></a> `) ?? ''}
    </p>
    ${part('参数 parameters', route.params, 'input')} ${part('查询 query', route.query, 'input')}
    ${part('内容 body', route.body, 'input')}
    ${part('回答 response', route.produces ? undefined : route.response, 'output')}
  </details>`

const failureMarkup = (failure: Failure): Markup =>
  html`<tr id="${failure.code}">
    <td><code>${failure.code}</code></td>
    <td>${statusOf(failure)}</td>
    <td>${failure.zh}<br />${failure.en}</td>
  </tr>`

/** The contract to leaf through: every route with its shapes, every failure with its words. */
export function docsPage(endpoints: readonly Endpoint[], failures: Failures): Markup {
  const modules = [...new Set(endpoints.map(({ name }) => name.split('.')[0]!))]
  return html`<!doctype html>
    <html lang="zh">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>人枢 API</title>
        <style>
          ${raw(STYLE)}
        </style>
      </head>
      <body>
        <h1>人枢 API</h1>
        <p>
          机器可读的描述 machine-readable: <a href="/api/openapi.json">/api/openapi.json</a> (OpenAPI 3.1). 错误按 RFC
          9457 返回。每个 POST 都要带 <code>Idempotency-Key</code>（注明可重复的除外）。Errors are RFC 9457 problems; a
          POST carries an <code>Idempotency-Key</code>.
        </p>
        ${modules.map(
          (module) =>
            html`<h2>${module}</h2>
              ${endpoints.filter(({ name }) => name.startsWith(`${module}.`)).map(endpointMarkup)}`,
        )}
        <h2>错误代码 failures</h2>
        <table>
          <thead>
            <tr>
              <th>code</th>
              <th>HTTP</th>
              <th></th>
            </tr>
          </thead>
          <tbody>
            ${Object.values(failures).map(failureMarkup)}
          </tbody>
        </table>
      </body>
    </html>`
}
