/** An account of the made-up city, as `renshu start` names it. */
export interface DemoAccount {
  phone: string
  /** Secret of the authenticator, base32; officers only. */
  totp: string | null
}

const ACCOUNTS = {
  administrator: '19900000001',
  districtOfficer: '19900000002',
  employerOwner: '19900000003',
  agencyOwner: '19900000006',
  seeker: '19900000009',
  counter: '19900000011',
  reviewer: '19900000012',
  approver: '19900000013',
  cashier: '19900000014',
  releaser: '19900000015',
} as const
export type DemoRole = keyof typeof ACCOUNTS
export type Demo = Record<DemoRole, DemoAccount>

/** The accounts in what `renshu start` printed: one a line, the officers' with a secret. */
export function readDemo(printed: string): Demo {
  const lines = printed.split('\n')
  const account = ([role, phone]: [string, string]) => {
    const line = lines.find((each) => each.includes(phone))
    if (!line) throw new Error(`No demo account ${phone} was printed`)
    return [role, { phone, totp: /\b[A-Z2-7]{32}\b/.exec(line)?.[0] ?? null }]
  }
  return Object.fromEntries(Object.entries(ACCOUNTS).map(account)) as Demo
}
