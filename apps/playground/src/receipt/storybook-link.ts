/** Of the story that shows what the page shows once a number is verified. */
export const verifiedStory = { title: 'VerificationFlow', name: 'Verified' } as const

/** Where that story is; undefined where no Storybook was configured for this build. */
export function storybookLink(base: string | undefined): string | undefined {
  if (base === undefined || base === '') return undefined
  const id = `${verifiedStory.title}--${verifiedStory.name}`.toLowerCase()
  return `${base.replace(/\/$/, '')}/?path=/story/${id}`
}
