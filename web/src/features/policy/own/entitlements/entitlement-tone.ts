export const ENTITLEMENT_TONE = { open: 'good', taken: 'quiet', declined: 'quiet', ended: 'quiet' } as const
