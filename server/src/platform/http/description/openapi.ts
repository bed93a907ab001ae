import { type Failures, Problem, type Route } from '@renshu/contracts'
import { z } from 'zod'
import type { Endpoint } from '../binder.ts'
import { statusOf } from '../problem.ts'

type Json = Record<string, unknown>

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}

function parametersOf(route: Route): Json[] {
  const inPlace = (place: 'path' | 'query', schema: z.ZodObject | undefined): Json[] => {
    if (!schema) return []
    const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
      properties?: Record<string, Json>
      required?: string[]
    }
    return Object.entries(properties).map(([name, schema]) => ({
      name,
      in: place,
      required: place === 'path' || required.includes(name),
      schema,
    }))
  }
  const key = {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    schema: { type: 'string', minLength: 8, maxLength: 100 },
  }
  return [
    ...inPlace('path', route.params),
    ...inPlace('query', route.query),
    ...(route.method === 'POST' && !route.repeatable ? [key] : []),
  ]
}

function responsesOf(route: Route, failures: Failures): Json {
  const success =
    route.produces === 'bytes'
      ? { '*/*': { schema: { type: 'string', format: 'binary' } } }
      : { 'application/json': { schema: schemaOf(route.response, 'output') } }
  const byStatus = new Map<number, string[]>()
  for (const code of route.errors ?? []) {
    const failure = Object.values(failures).find((each) => each.code === code)
    if (failure) byStatus.set(statusOf(failure), [...(byStatus.get(statusOf(failure)) ?? []), code])
  }
  const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }
  return {
    200: { description: 'OK', content: success },
    ...Object.fromEntries(
      [...byStatus].map(([status, codes]) => [status, { description: codes.join(', '), content: problem }]),
    ),
    default: { description: 'platform.*', content: problem },
  }
}

function operationOf({ name, route }: Endpoint, failures: Failures): Json {
  const body =
    route.consumes === 'bytes'
      ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
      : route.body && { 'application/json': { schema: schemaOf(route.body, 'input') } }
  return {
    operationId: name,
    tags: [name.split('.')[0]],
    summary: route.summary[0],
    description: `${route.summary[1]}. Access: ${route.access}.`,
    ...(route.access !== 'public' && { security: [{ session: [] }, { bearer: [] }] }),
    parameters: parametersOf(route),
    ...(body && { requestBody: { required: true, content: body } }),
    responses: responsesOf(route, failures),
    'x-access': route.access,
    ...(route.mandate && { 'x-mandate': route.mandate }),
  }
}

/** The contract as OpenAPI 3.1. */
export function openapiOf(endpoints: readonly Endpoint[], failures: Failures): Json {
  const paths: Record<string, Json> = {}
  for (const endpoint of endpoints) {
    const path = `/api${endpoint.route.path.replaceAll(/:(\w+)/g, '{$1}')}`
    paths[path] = { ...paths[path], [endpoint.route.method.toLowerCase()]: operationOf(endpoint, failures) }
  }
  return {
    openapi: '3.1.0',
    info: { title: '人枢 Renshu', version: '0.1.0', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    paths,
    components: {
      schemas: { Problem: schemaOf(Problem, 'output') },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'renshu_session' },
        bearer: { type: 'http', scheme: 'bearer' },
      },
    },
    'x-failures': Object.fromEntries(Object.values(failures).map(({ code, kind, zh, en }) => [code, { kind, zh, en }])),
  }
}
