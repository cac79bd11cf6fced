import type { MouseEvent } from 'react'

/**
 * For `onMouseDown` of what is beside the page that is shown, such as its phone and its clock: a
 * pointer there leaves the focus where it is.
 */
export const leaveFocus = (event: MouseEvent): void => event.preventDefault()
