export const market = { title: '市场' }
