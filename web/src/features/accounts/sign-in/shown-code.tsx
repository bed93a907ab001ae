import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { session } from '../../../app/session.ts'

/** In development the message that would have been sent stands here. */
export function ShownCode({ phone }: { phone: string }) {
  const { t } = useTranslation('accounts')
  const { data } = useQuery({
    queryKey: ['shownMessages'],
    queryFn: () => session.listShownMessages(),
    refetchInterval: 1500,
  })
  const texts = data?.items.filter(({ to }) => to === phone) ?? []
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
