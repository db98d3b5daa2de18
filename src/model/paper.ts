/** Paper. */

/** Source: ISO 216; dispatch sheets and sheets of labels are on it whatever an issue is printed on. */
export const a4 = {widthMm: 210, heightMm: 297} as const
