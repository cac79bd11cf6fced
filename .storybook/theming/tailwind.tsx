'use client'

import {
  CodeInputRoot,
  CodeInputSlot,
  PhoneEntry,
  VerificationFlowCode,
  VerificationFlowCodeForm,
  VerificationFlowHeading,
  VerificationFlowIntro,
  VerificationFlowNewCode,
  VerificationFlowPhone,
  VerificationFlowProblem,
  VerificationFlowRoot,
  VerificationFlowTime,
  VerificationFlowVerified,
  type VerificationFlowProps,
} from '@phoneproof/react'

/** Tailwind's own variants read the attributes: `data-active:`, `data-filled:`, `data-invalid:`. */
export const TailwindCode = () => (
  <CodeInputRoot length={6} label="Code" defaultValue="482" className="gap-3">
    {[0, 1, 2, 3, 4, 5].map((index) => (
      <CodeInputSlot
        key={index}
        index={index}
        className="rounded-full border-2 border-(--pp-color-accent) data-filled:bg-(--pp-color-accent) data-filled:text-(--pp-color-accent-contrast)"
      />
    ))}
  </CodeInputRoot>
)

export const TailwindPhone = () => (
  <PhoneEntry
    defaultCountry="GB"
    preferredCountries={['GB', 'IE']}
    className="*:data-[part=control]:rounded-full *:data-[part=label]:text-(--pp-color-accent)"
  />
)

export const TailwindFlow = ({ defaultCountry, ...props }: VerificationFlowProps) => (
  <VerificationFlowRoot {...props} className="rounded-2xl border border-(--pp-color-accent)/40 p-6">
    <VerificationFlowPhone defaultCountry={defaultCountry} />
    <VerificationFlowCode>
      <VerificationFlowHeading className="text-lg tracking-normal" />
      <VerificationFlowIntro />
      <VerificationFlowCodeForm />
      <VerificationFlowTime />
      <VerificationFlowNewCode className="self-start rounded-full border-2 border-solid border-current px-4" />
    </VerificationFlowCode>
    <VerificationFlowProblem />
    <VerificationFlowVerified />
  </VerificationFlowRoot>
)
