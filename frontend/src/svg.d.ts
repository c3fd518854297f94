/** The text of an SVG file, bundled into the script that imports it. */
declare module '*.svg' {
  const text: string;
  export default text;
}
