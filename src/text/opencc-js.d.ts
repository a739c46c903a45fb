declare module "opencc-js/dict/TSCharacters" {
  /** Traditional and simplified character, a space between them; pairs apart by `|`. */
  const pairs: string;
  export default pairs;
}
