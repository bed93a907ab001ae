const DAY = 86_400_000

/** Days by which the clock of a development server is ahead, as the head of the page tells; 0 everywhere else. */
export const daysAhead = (): number =>
  Number(document.querySelector<HTMLMetaElement>('meta[name=days-ahead]')?.content ?? 0)

/** The one place where the pages read the clock; everything else is given the instant. */
export const now = (): Date => new Date(Date.now() + daysAhead() * DAY)
