/** The most that a pair can be worth: whole hundredths of a point, as the points of a match. */
export const MOST_WORTH = 10_000

/** Most seekers of one contest: with more, the sums of prices would no longer be exact. */
export const MOST_SEEKERS = 500_000
