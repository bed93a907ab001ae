import type { Stage } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { Status, type Tone } from '../../../../ui/status.tsx'

const TONE: Partial<Record<Stage, Tone>> = {
  placed: 'good',
  accepted: 'good',
  offered: 'warn',
  interview: 'warn',
  applied: 'warn',
  refused: 'quiet',
  lapsed: 'bad',
}

export function StageStatus({ of: stage }: { of: Stage }) {
  const { t } = useTranslation('work')
  return <Status tone={TONE[stage] ?? 'quiet'}>{t(`stage.${stage}`)}</Status>
}
