import type { PolicyDocument } from '@renshu/contracts'
import type { Document } from '@renshu/policy'

export const documentView = ({ id, title, number, link, published, certainty }: Document): PolicyDocument => ({
  id,
  title,
  number: number ?? null,
  link: link ?? null,
  published: published ?? null,
  certainty: certainty ?? null,
})
