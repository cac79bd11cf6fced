'use client'
import { forwardRef, type ForwardRefExoticComponent, type RefAttributes } from 'react'
import { usePhoneEntryContext } from './phone-entry-context.ts'

/**
 * The number. react-phone-number-input hands its formatted text down here; ours keeps the caret, the
 * undo history and compositions, so that is left aside.
 */
export const PhoneTextInput: ForwardRefExoticComponent<RefAttributes<HTMLInputElement>> =
  forwardRef<HTMLInputElement>(function PhoneTextInput() {
    const { field, inputProps } = usePhoneEntryContext('PhoneTextInput')
    return <input {...field.getInputProps(inputProps)} />
  })
