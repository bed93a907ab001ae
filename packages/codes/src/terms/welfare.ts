export const WELFARE = ['meals', 'housing'] as const
export type Welfare = (typeof WELFARE)[number]

export const welfareName = (welfare: Welfare, _lang: 'zh' | 'en' = 'zh'): string => welfare
export const readWelfare = (_text: string): Welfare[] => []
