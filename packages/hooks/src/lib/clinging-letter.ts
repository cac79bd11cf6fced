/**
 * For a regular expression with the `u` flag: a letter that forms one word with a digit beside it, as in
 * `Studio54` and `AB12345678`. Names and references are written in these three scripts. In others the
 * letter begins the next word (Chinese, Japanese and Thai have no spaces) or is a particle (Korean,
 * Arabic, Hebrew): `验证码482913`, `482913입니다`.
 */
export const clingingLetter = '[\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}]'
