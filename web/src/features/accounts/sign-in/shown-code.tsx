import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { now } from '../../../app/clock.ts'
import { plainAccounts } from '../../../app/accounts.ts'

/** A code before this one was asked for is good no more; clocks may differ a little. */
const LEEWAY_MS = 3000

/** In development the message that would have been sent stands here. */
export function ShownCode({ phone }: { phone: string }) {
  const { t } = useTranslation('accounts')
  const { data } = useQuery({
    queryKey: ['shownMessages'],
    queryFn: () => plainAccounts.listShownMessages(),
    refetchInterval: 1500,
  })
  const [asked] = useState(() => now().getTime() - LEEWAY_MS)
  const texts = data?.items.filter(({ to, sentAt }) => to === phone && Date.parse(sentAt) >= asked) ?? []
  const latest = texts.reduce<(typeof texts)[number] | null>(
    (best, each) => (best === null || each.sentAt >= best.sentAt ? each : best),
    null,
  )
  return (
    <p className="note warn">
      {t('signIn.development')} {latest?.text ?? t('signIn.onItsWay')}
    </p>
  )
}
