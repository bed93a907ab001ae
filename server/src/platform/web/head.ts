/** What the head of a page says of it, for readers that run no script. */
export interface PageHead {
  title: string
  description: string
  /** Where the page stands for everybody; null where the server does not know its own address. */
  canonical: string | null
  /** A block of linked data, such as a schema.org JobPosting. */
  data: Record<string, unknown>
}

/** A page whose head tells what the API answers about the same thing. */
export interface DescribedPage {
  /** Path of the page as a pattern, such as `/jobs/:id`; the API answers under the same one. */
  path: string
  /** Null: the answer is about something else. */
  headOf: (answer: unknown) => PageHead | null
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign]!)

/**
 * JSON inside an element `script`: nothing in it ends the element or begins a comment. It is a block of data and no
 * script: no browser runs it, and the policy on scripts, which allows none inside a page, has nothing to say to it.
 */
const asData = (data: Record<string, unknown>): string => JSON.stringify(data).replaceAll('<', String.raw`\u003c`)

/** The document with a head of its own; its title goes before that of the site. */
export function withHead(document: string, { title, description, canonical, data }: PageHead): string {
  const lines = [
    `<meta name="description" content="${escaped(description)}" />`,
    ...(canonical ? [`<link rel="canonical" href="${escaped(canonical)}" />`] : []),
    `<script type="application/ld+json" data-served>${asData(data)}</script>`,
  ]
  return document
    .replace('<title>', () => `<title>${escaped(title)} - `)
    .replace('</head>', () => `${lines.join('\n    ')}\n  </head>`)
}
