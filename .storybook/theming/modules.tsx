'use client'

import {
  CodeInputRoot,
  CodeInputSlot,
  PhoneEntry,
  VerificationFlow,
  type VerificationFlowProps,
} from '@phoneproof/react'
import styles from './modules.module.css'

/** Classes go to the parts; states are attributes of the same nodes. */
export const ModulesCode = () => (
  <CodeInputRoot length={6} label="Code" defaultValue="482" className={styles['code']}>
    {[0, 1, 2, 3, 4, 5].map((index) => (
      <CodeInputSlot key={index} index={index} className={styles['slot']} />
    ))}
  </CodeInputRoot>
)

export const ModulesPhone = () => (
  <PhoneEntry defaultCountry="GB" preferredCountries={['GB', 'IE']} className={styles['phone']} />
)

export const ModulesFlow = (props: VerificationFlowProps) => (
  <VerificationFlow {...props} className={styles['flow']} />
)
